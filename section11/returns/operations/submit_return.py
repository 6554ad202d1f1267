"""Submit a signed return to the partnership."""

import secrets
from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.queries.own_cycle import lock_cycle
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.returns.models import Amendment
from section11.returns.operations.keep_submission import keep_submission
from section11.returns.operations.move_return import move_return
from section11.returns.queries.draft import draft
from section11.returns.queries.frozen import frozen
from section11.returns.queries.signing import latest_sign_off
from section11.returns.queries.writing import NOT_TAKEN, head_for_lead
from section11.returns.rules.checking import what_to_do
from section11.returns.rules.freezing import reference
from section11.returns.vocabulary import SignOffState

CHANGED = "Something in this return or its plan has changed since it was signed. Take it back and ask for sign-off again."


def submit_return(viewer: Viewer, return_id: int, *, at: datetime) -> str:
    """Send the partnership a frozen copy of a signed return: by its lead. Gives the reference on the receipt.

    A late return is taken until the cycle closes. What goes is exactly what was signed.
    """
    seen = head_for_lead(viewer, return_id)
    with transaction.atomic():
        lock_cycle(seen.cycle_id)  # it cannot close, nor the invitation be withdrawn, before this return is in
        head = head_for_lead(viewer, return_id)
        if not head.is_taken:
            raise Refused(NOT_TAKEN)
        move_return(head, "submit_return")
        now = draft(viewer, head)
        if now.missing:
            raise Refused(what_to_do(now.missing))
        content = frozen(now)
        signed = latest_sign_off(head)
        if signed is None or signed.state != SignOffState.APPROVED or signed.content_hash != content.signed_hash:
            raise Refused(CHANGED)
        amendment = Amendment.objects.filter(unit_return_id=return_id, ended_at__isnull=True).first()
        made = keep_submission(
            head,
            content,
            reference=reference(secrets.token_bytes(8)),
            by=viewer.name,
            by_ref=viewer.person_ref,
            signed_by=f"{signed.signatory_name}, {signed.job_title}",
            reason=amendment.reason if amendment else "",
            at=at,
        )
        Amendment.objects.filter(unit_return_id=return_id, ended_at__isnull=True).update(ended_at=at)
        for stream in (head.stream, f"partnership:{head.partnership_id}"):
            record_event(
                stream,
                verb="submitted-return",
                actor=viewer.person_ref,
                subject=made.ref,
                at=at,
                details={"number": made.number, "content": made.content_hash, "return": head.ref},
            )
    return made.reference
