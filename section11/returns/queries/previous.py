"""What a unit said last time, to stand beside what it says now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, QuerySet

from section11.returns.models import ReturnInvitation, Submission, SubmittedAnswer
from section11.returns.queries.head import ReturnHead
from section11.standards.queries.counterparts import joined_statements
from section11.standards.queries.edition_content import edition_content
from section11.standards.vocabulary import LOCAL_TOOL


@dataclass(frozen=True, slots=True)
class PreviousAnswer:
    """The answer to that statement in the previous return's last submission, on the scale of that time."""

    level_label: str
    comment: str
    submitted_at: datetime


def last_submission(previous_id: int | None) -> QuerySet[Submission]:
    """The latest submission of a return, whoever received it; for its own organisation."""
    latest = ReturnInvitation.objects.filter(unit_return_id=previous_id, latest__isnull=False).values("latest_id")
    return Submission.objects.filter(pk__in=latest).order_by("-submitted_at", "-pk")


def previous_answers(head: ReturnHead, statements: Mapping[int, str]) -> dict[int, PreviousAnswer]:
    """By statement, for a return whose head this viewer was given: `statements` are ids and keys. Empty without a previous one.

    A statement is the same as a published mapping says, else by its key within the tool. One statement of SQL on the same
    edition, two on another one.
    """
    if head.previous_id is None:
        return {}
    tools = {edition_content(head.edition_id, head.edition_hash).reference.partition("/")[0], LOCAL_TOOL}
    rows = list(
        SubmittedAnswer.objects.filter(
            submission_id__in=last_submission(head.previous_id).values("pk")[:1], level__isnull=False
        ).values_list(
            *("statement_id", F("statement__key"), F("statement__standard__edition_id"), F("statement__standard__edition__tool")),
            *(F("level__label"), "comment", F("submission__submitted_at")),
        )
    )
    here = {e for e in (head.edition_id, head.local_edition_id) if e}
    later = joined_statements(here, {row[2] for row in rows} - here)
    named = {now for pairs in later.values() for now in pairs}
    by_key = {key: pk for pk, key in statements.items() if pk not in named}
    found: dict[int, PreviousAnswer] = {}
    for statement_id, key, _, tool, label, comment, at in rows:
        by_its_key = (by_key[key],) if tool in tools and key in by_key else ()
        for now in later.get(statement_id, by_its_key):
            if now in statements:
                found.setdefault(now, PreviousAnswer(label, comment, at))
    return found
