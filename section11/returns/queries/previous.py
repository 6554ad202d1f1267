"""What a unit said last time, to stand beside what it says now."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import F

from section11.returns.models import Submission, SubmittedAnswer
from section11.returns.queries.head import ReturnHead


@dataclass(frozen=True, slots=True)
class PreviousAnswer:
    """The answer to the statement of that key in the previous return's last submission."""

    level_label: str
    comment: str
    submitted_at: datetime


def previous_answers(head: ReturnHead, standard_keys: tuple[str, ...]) -> dict[str, PreviousAnswer]:
    """By statement key, for a return whose head this viewer was given; empty when there is no previous one."""
    if head.previous_id is None:
        return {}
    last = Submission.objects.filter(unit_return_id=head.previous_id).order_by("-number").values("pk")[:1]
    rows = SubmittedAnswer.objects.filter(submission_id__in=last, statement__key__in=standard_keys, level__isnull=False)
    return {
        key: PreviousAnswer(label, comment, at)
        for key, label, comment, at in rows.values_list(F("statement__key"), F("level__label"), F("comment"), F("submission__submitted_at"))
    }
