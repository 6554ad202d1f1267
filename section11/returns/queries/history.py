"""Earlier versions of an answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict

from django.db.models import F

from section11.lib.errors import Absent
from section11.returns.models import AnswerRevision
from section11.returns.queries.content import asked_content
from section11.returns.queries.head import ReturnHead
from section11.standards.rules.content import StatementContent

MOST = 50


@dataclass(frozen=True, slots=True)
class Revision:
    """What an answer said after a stretch of typing by one person."""

    version: int
    saved_at: datetime
    saved_by_name: str
    level_label: str
    comment: str
    reason: str
    no_action_reason: str


class History(TypedDict):
    """A statement and the revisions of its answer, the latest first."""

    statement: StatementContent
    revisions: list[Revision]


def answer_history(head: ReturnHead, statement_ref: str) -> History:
    """Up to 50 revisions of one answer of a return whose head this viewer was given."""
    statement = asked_content(head).statement(statement_ref)
    if statement is None:
        raise Absent
    rows = (
        AnswerRevision.objects.filter(answer__unit_return_id=head.return_id, answer__statement__ref=statement_ref)
        .order_by("-version")
        .values_list("version", "saved_at", "saved_by_name", F("level__label"), "comment", "reason", "no_action_reason")[:MOST]
    )
    revisions = [
        Revision(version, at, by, label or "", comment, reason, no_action) for version, at, by, label, comment, reason, no_action in rows
    ]
    return {"statement": statement, "revisions": revisions}
