"""Approve a return as its accountable senior person."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text
from section11.returns.models import SignOff
from section11.returns.operations.move_return import move_return
from section11.returns.queries.draft import draft
from section11.returns.queries.frozen import frozen
from section11.returns.queries.signing import ASKED_AGAIN, CHANGED_SINCE, head_for_signatory
from section11.returns.vocabulary import SignOffState


def approve_return(viewer: Viewer, return_id: int, *, job_title: str, read: str, note: str = "", at: datetime) -> None:
    """Approve what the return says: by the signatory who was asked. Keeps the hash of what was approved.

    `read` is the hash of what their page showed them: a return that says something else by now is not approved.
    """
    head, sign_off_id = head_for_signatory(viewer, return_id)
    job_title, note = clean_text(job_title), clean_text(note)
    problems = {}
    if not job_title:
        problems["job_title"] = "Enter your role, such as Headteacher or Chair of trustees"
    if len(job_title) > 200:
        problems["job_title"] = "Shorten your role to 200 characters or fewer"
    if len(note) > 5000:
        problems["note"] = "Shorten this to 5,000 characters or fewer"
    if problems:
        raise Refused(problems)
    with transaction.atomic():
        move_return(head, "approve_return")
        approved = frozen(draft(viewer, head))
        if read != approved.signed_hash:
            raise Refused(CHANGED_SINCE)
        if not SignOff.objects.filter(pk=sign_off_id, state=SignOffState.ASKED).update(
            state=SignOffState.APPROVED,
            decided_at=at,
            job_title=job_title,
            note=note,
            content_hash=approved.signed_hash,
        ):
            raise Refused(ASKED_AGAIN)
        record_event(
            head.stream,
            verb="approved-return",
            actor=viewer.person_ref,
            subject=head.ref,
            at=at,
            details={"content": approved.signed_hash},
        )
