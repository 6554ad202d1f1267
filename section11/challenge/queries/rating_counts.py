"""How often each level was given in a cycle's latest submissions, on either basis."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from section11.challenge.queries.rated import Rated, rated
from section11.cycles.vocabulary import InvitationState
from section11.directory.vocabulary import PARTNERSHIP_ROLES
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation
from section11.standards.vocabulary import LevelClass

APART = (LevelClass.MET, LevelClass.NOT_APPLICABLE)  # a must-meet statement in neither was missed


@dataclass(frozen=True, slots=True)
class FlaggedAnswer:
    """An answer in the latest submission of an invitation that wants looking at.

    A must-meet statement that applies and is not in class met (an unanswered one too), or a level that asks for an action
    without one that says what, who and by when.
    """

    invitation_id: int
    statement_ref: str
    must_meet_missed: bool
    without_action: bool


@dataclass(frozen=True, slots=True)
class RatingCounts:
    """How many returns by (statement ref, sector key, level key), how many statements by (invitation, level key), and flags."""

    by_statement: Mapping[tuple[str, str, str], int]
    by_return: Mapping[tuple[int, str], int]
    flagged: list[FlaggedAnswer]


@dataclass(frozen=True, slots=True)
class AnswerFilter:
    """Which answers are wanted: to these statements (refs; empty: any), with one of these levels (none: no answers)."""

    statements: frozenset[str] = frozenset()
    level_keys: tuple[str, ...] = ()


def count_ratings(viewer: Viewer, cycle_id: int, *, agreed: bool, only: Collection[str] | None = None) -> RatingCounts:
    """All counts of a cycle of the viewer's partnership, to everybody with a role there, in one pass over its answers.

    With `agreed`, the agreed level stands in where there is one that was agreed on the present self-rating. `only`: the refs of
    the statements that count; None = all of them.
    """
    return count_and_find(viewer, cycle_id, AnswerFilter(), agreed=agreed, only=only)[0]


def count_and_find(
    viewer: Viewer, cycle_id: int, wanted: AnswerFilter, *, agreed: bool, only: Collection[str] | None = None
) -> tuple[RatingCounts, list[tuple[int, str]]]:
    """The counts, and (invitation, statement ref) of every counted answer that is wanted, in the same pass."""
    sent = _sent(viewer, cycle_id)
    found: list[tuple[int, str]] = []

    def noted() -> Iterator[Rated]:
        for one in rated({submission_id: invitation_id for submission_id, (invitation_id, _) in sent.items()}, agreed=agreed):
            if only is not None and one.statement_ref not in only:
                continue
            if one.level_key in wanted.level_keys and (not wanted.statements or one.statement_ref in wanted.statements):
                found.append((sent[one.submission_id][0], one.statement_ref))
            yield one

    return counts_of(noted(), sent), found


def counts_of(answers: Iterable[Rated], sent: Mapping[int, tuple[int, str]]) -> RatingCounts:
    """All counts of these answers. `sent`: submission -> invitation and sector key."""
    by_statement: Counter[tuple[str, str, str]] = Counter()
    by_return: Counter[tuple[int, str]] = Counter()
    flagged = []
    for one in answers:
        invitation_id, sector = sent[one.submission_id]
        by_statement[one.statement_ref, sector, one.level_key] += 1
        by_return[invitation_id, one.level_key] += 1
        missed = one.must_meet and one.level_class not in APART
        bare = one.needs_action and not one.has_action
        if missed or bare:
            flagged.append(FlaggedAnswer(invitation_id, one.statement_ref, missed, bare))
    return RatingCounts(by_statement, by_return, flagged)


def _sent(viewer: Viewer, cycle_id: int) -> dict[int, tuple[int, str]]:
    """The latest submissions to the invited units of a cycle of the viewer's partnership: their invitation and sector key."""
    if not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    latest = ReturnInvitation.objects.filter(
        invitation__cycle_id=cycle_id,
        invitation__cycle__partnership_id=viewer.partnership,
        invitation__state=InvitationState.INVITED,
        latest__isnull=False,
    )
    return {
        submission_id: (invitation_id, sector)
        for submission_id, invitation_id, sector in latest.values_list("latest_id", "invitation_id", "invitation__sector__key")
    }
