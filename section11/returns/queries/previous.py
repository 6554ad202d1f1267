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

    A statement is the same by its key within the tool, else by a published mapping. One statement of SQL, two with a mapping.
    """
    if head.previous_id is None:
        return {}
    tools = {edition_content(head.edition_id, head.edition_hash).reference.partition("/")[0], LOCAL_TOOL}
    by_key = {key: pk for pk, key in statements.items()}
    rows = SubmittedAnswer.objects.filter(submission_id__in=last_submission(head.previous_id).values("pk")[:1], level__isnull=False)
    found: dict[int, PreviousAnswer] = {}
    others: dict[int, PreviousAnswer] = {}
    editions = set()
    for statement_id, key, edition_id, tool, label, comment, at in rows.values_list(
        *("statement_id", F("statement__key"), F("statement__standard__edition_id"), F("statement__standard__edition__tool")),
        *(F("level__label"), "comment", F("submission__submitted_at")),
    ):
        said = PreviousAnswer(label, comment, at)
        if tool not in tools:
            others[statement_id] = said
            editions.add(edition_id)
        elif key in by_key:
            found[by_key[key]] = said
    later = joined_statements({e for e in (head.edition_id, head.local_edition_id) if e}, editions)
    for statement_id, said in others.items():
        found |= {now: said for now in later.get(statement_id, ()) if now in statements and now not in found}
    return found
