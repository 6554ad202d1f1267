"""Mark good practice in a return."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import GoodPractice
from section11.challenge.queries.judged import standard_of
from section11.challenge.queries.latest import locked_latest
from section11.challenge.queries.reviewer_parts import refuse_outside_remit
from section11.challenge.rules.judging import practice_problems
from section11.challenge.vocabulary import GoodPracticeState
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text
from section11.returns.models import SubmittedAnswer


def mark_good_practice(viewer: Viewer, reference: str, standard_ref: str, text: str, *, statement_ref: str = "", at: datetime) -> int:
    """Mark something of a standard as worth sharing, in the words in which it would be: officers and reviewers may.

    Never of their own organisation's, and a reviewer in what was given to them only. Nobody outside the partnership sees it
    before the organisation agreed. The same text twice is one. Gives its id.
    """
    text = clean_text(text)
    with transaction.atomic():
        latest = locked_latest(viewer, reference)
        standard = standard_of(latest.submission_id, standard_ref)
        refuse_outside_remit(viewer, latest.invitation_id, standard_ref)
        if problems := practice_problems(text):
            raise Refused(problems)
        statement_id = _statement(latest.submission_id, standard_ref, statement_ref) if statement_ref else None
        same = GoodPractice.objects.filter(
            invitation=latest.invitation_id, standard=standard, statement=statement_id, text=text, state=GoodPracticeState.MARKED
        )
        again = same.values_list("pk", flat=True).first()
        if again:
            return again
        made = GoodPractice.objects.create(
            invitation_id=latest.invitation_id,
            standard=standard,
            statement_id=statement_id,
            text=text,
            marked_at=at,
            marked_by=viewer.person_ref,
            marked_by_name=viewer.name,
        )
        record_event(
            f"partnership:{latest.partnership_id}",
            verb="marked-good-practice",
            actor=viewer.person_ref,
            subject=made.ref,
            at=at,
            details={"invitation": f"invitation:{latest.invitation_id}", "standard": standard_ref},
        )
    return made.pk


def _statement(submission_id: int, standard_ref: str, statement_ref: str) -> int:
    asked = SubmittedAnswer.objects.filter(submission_id=submission_id, statement__standard__ref=standard_ref, statement__ref=statement_ref)
    found = asked.values_list("statement_id", flat=True).first()
    if found is None:
        raise Absent
    return found
