"""What a unit said last time of the same statement, as this partnership received it: read beside a submission's answers."""

from dataclasses import dataclass
from enum import StrEnum

from django.db.models import F, OuterRef, Q, Subquery, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Concat

from section11.returns.models import Return, Submission, SubmittedAnswer
from section11.returns.queries.submissions import SubmissionHead
from section11.standards.models import MappedStatement
from section11.standards.queries.mappings import newest_mapping
from section11.standards.rules.carrying import same_level
from section11.standards.rules.content import LevelContent
from section11.standards.vocabulary import LevelClass

APART = "|"  # stands in no key and in no class


class Change(StrEnum):
    """How an answer stands to last time's. Empty: there is no last time that this partnership knows."""

    NONE = ""
    SAME = "same"
    CHANGED = "changed"
    NEW = "new"  # not rated last time


@dataclass(frozen=True, slots=True)
class LastLevel:
    """The level that was given last time, on the scale of then."""

    key: str
    level_class: LevelClass
    label: str


def last_level(head: SubmissionHead) -> Combinable:
    """For each answer of a submission, last time's level in one text, which `read_level` reads.

    The statement of last time is the one that a mapping names, else that of the same key within the tool.
    """
    if head.previous_id is None:
        return Value("")
    before = Submission.objects.filter(
        unit_return_id=head.previous_id, invitation__cycle__partnership_id=head.partnership_id, withdrawal__isnull=True
    )
    newest = newest_mapping(Subquery(Return.objects.filter(pk=head.previous_id).values("edition_id")[:1]), head.edition_id)
    pairs = MappedStatement.objects.filter(mapping=Subquery(newest.values("pk")[:1]))
    here, tool = OuterRef(OuterRef("statement_id")), "statement__standard__edition__tool"
    joined = Coalesce(  # no EXISTS or IN about the row outside: PostgreSQL may keep one's hash for the next row
        Subquery(pairs.filter(to_statement_id=here).values("from_statement_id")[:1]),
        Subquery(pairs.filter(from_statement_id=here).values("to_statement_id")[:1]),
    )
    by_key = Q(joined=None, statement__key=OuterRef("statement__key"), **{tool: OuterRef(tool)})
    named = Q(statement_id__in=pairs.values("from_statement_id")) | Q(statement_id__in=pairs.values("to_statement_id"))
    sent = SubmittedAnswer.objects.filter(submission_id__in=before.order_by("-number").values("pk")[:1], level__isnull=False)
    said = sent.annotate(joined=joined).filter(Q(joined=F("statement_id")) | (by_key & ~named))
    text = Concat("level__key", Value(APART), "level__level_class", Value(APART), "level__label")
    return Subquery(said.order_by("statement__order").annotate(text=text).values("text")[:1])


def read_level(text: str | None) -> LastLevel | None:
    """What `last_level` gave."""
    if not text:
        return None
    key, level_class, label = text.split(APART, 2)
    return LastLevel(key, LevelClass(level_class), label)


def change_of(level: LevelContent | None, last: LastLevel | None, scale: tuple[LevelContent, ...]) -> Change:
    """How a level stands to last time's, which may be of another scale."""
    if last is None:
        return Change.NEW
    then = same_level(last.key, last.level_class, scale)
    if then is None or level is None:
        return Change.SAME if level and level.level_class is last.level_class else Change.CHANGED
    return Change.SAME if then.key == level.key else Change.CHANGED
