"""What an agreed level stands beside: the self-rating of the latest submission, and what was agreed before."""

from dataclasses import dataclass

from section11.challenge.models import AgreedLevel
from section11.challenge.queries.latest import Latest
from section11.lib.errors import Absent, Conflict
from section11.returns.models import SubmittedAnswer


@dataclass(frozen=True, slots=True)
class Rated:
    """A statement and its self-rating; no level where it was not answered."""

    statement_id: int
    standard_ref: str
    level_id: int | None


def rated_now(latest: Latest, statement_ref: str) -> Rated:
    """The self-rating of a statement in the latest submission; `Absent` when it was not asked there."""
    row = (
        SubmittedAnswer.objects.filter(submission_id=latest.submission_id, statement__ref=statement_ref)
        .values_list("statement_id", "statement__standard__ref", "level_id")
        .first()
    )
    if row is None:
        raise Absent
    return Rated(*row)


def is_rated(latest: Latest, statement_ref: str, level: str) -> bool:
    """Whether the organisation itself gave that level (a key) in its latest submission."""
    mine = SubmittedAnswer.objects.filter(submission_id=latest.submission_id, statement__ref=statement_ref, level__key=level)
    return mine.exists()


def agreed_as_seen(latest: Latest, rated: Rated, version: int, typed: dict[str, str]) -> AgreedLevel | None:
    """The agreed level that stands, if it is the version that was seen (0: none); else `Conflict` with both texts."""
    stands = AgreedLevel.objects.filter(invitation_id=latest.invitation_id, statement_id=rated.statement_id).select_related("level").first()
    if (stands.version if stands else 0) == version:
        return stands
    theirs = {"level": stands.level.label, "reason": stands.reason} if stands else {"level": "No level is agreed", "reason": ""}
    by = stands.agreed_by_name if stands else ""
    raise Conflict(version=stands.version if stands else 0, mine=typed, theirs=theirs, by=by or "a colleague")
