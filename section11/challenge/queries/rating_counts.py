"""How often each level was given in a cycle's latest submissions, on either basis."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from django.db.models import Q

from section11.challenge.models import AgreedLevel
from section11.cycles.vocabulary import InvitationState
from section11.directory.vocabulary import PARTNERSHIP_ROLES
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation, SubmittedAnswer
from section11.standards.vocabulary import LevelClass

NONE = ""  # the level key of an unanswered statement
APART = (LevelClass.MET, LevelClass.NOT_APPLICABLE)  # a must-meet statement in neither was missed
LEVEL = ("level__key", "level__level_class", "level__needs_action")


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
    """Which answers are wanted: of a statement, of a standard (by ref; empty = any), with one of these levels."""

    statement: str
    standard: str
    level_keys: tuple[str, ...]


class _Rated(NamedTuple):
    invitation_id: int
    sector: str
    statement_ref: str
    must_meet: bool
    level_key: str
    level_class: str
    needs_action: bool
    has_action: bool


def count_ratings(viewer: Viewer, cycle_id: int, *, agreed: bool) -> RatingCounts:
    """All counts of a cycle of the viewer's partnership, to everybody with a role there, in one pass over its answers.

    With `agreed`, the agreed level stands in where there is one that was agreed on the present self-rating.
    """
    by_statement: Counter[tuple[str, str, str]] = Counter()
    by_return: Counter[tuple[int, str]] = Counter()
    flagged = []
    for one in _rated(viewer, cycle_id, Q(), agreed=agreed):
        by_statement[one.statement_ref, one.sector, one.level_key] += 1
        by_return[one.invitation_id, one.level_key] += 1
        missed = one.must_meet and one.level_class not in APART
        bare = one.needs_action and not one.has_action
        if missed or bare:
            flagged.append(FlaggedAnswer(one.invitation_id, one.statement_ref, missed, bare))
    return RatingCounts(by_statement, by_return, flagged)


def answers_found(viewer: Viewer, cycle_id: int, wanted: AnswerFilter, *, agreed: bool) -> list[tuple[int, str]]:
    """(invitation, statement ref) of every counted answer that is wanted."""
    asked = Q()
    if wanted.statement:
        asked &= Q(statement__ref=wanted.statement)
    if wanted.standard:
        asked &= Q(statement__standard__ref=wanted.standard)
    rows = _rated(viewer, cycle_id, asked, agreed=agreed)
    return [(one.invitation_id, one.statement_ref) for one in rows if one.level_key in wanted.level_keys]


def _rated(viewer: Viewer, cycle_id: int, asked: Q, *, agreed: bool) -> Iterator[_Rated]:
    """Answers of the latest submissions to the invited units of a cycle, with the level that counts.

    The submissions are looked up first and the agreed levels apart, and joined here: one statement that did it all took
    PostgreSQL minutes when it had not counted the rows of a bulk import yet.
    """
    if not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    latest = ReturnInvitation.objects.filter(
        invitation__cycle_id=cycle_id,
        invitation__cycle__partnership_id=viewer.partnership,
        invitation__state=InvitationState.INVITED,
        latest__isnull=False,
    )
    sent = {
        submission_id: (invitation_id, sector)
        for submission_id, invitation_id, sector in latest.values_list("latest_id", "invitation_id", "invitation__sector__key")
    }
    standing = _agreed(invitation_id for invitation_id, _ in sent.values()) if agreed else {}
    rows = SubmittedAnswer.objects.filter(asked, submission_id__in=sent).order_by()
    for submission_id, statement_id, level_id, has_action, ref, must_meet, *level in rows.values_list(
        "submission_id", "statement_id", "level_id", "has_action", "statement__ref", "statement__must_meet", *LEVEL
    ).iterator():
        invitation_id, sector = sent[submission_id]
        after = standing.get((invitation_id, statement_id))
        if after is not None and after[0] == level_id:  # none: agreed on what was not answered
            level = after[1:]
        key, level_class, needs_action = level
        yield _Rated(invitation_id, sector, ref, must_meet, key or NONE, level_class or "", bool(needs_action), has_action)


def _agreed(invitation_ids: Iterator[int]) -> dict[tuple[int, int], list[int | str | bool | None]]:
    """By invitation and statement: the self-rating that was agreed on (empty: unanswered), then level key, class, need of an action."""
    rows = AgreedLevel.objects.filter(invitation_id__in=list(invitation_ids)).order_by()
    return {
        (invitation_id, statement_id): rest
        for invitation_id, statement_id, *rest in rows.values_list("invitation_id", "statement_id", "agreed_on_id", *LEVEL)
    }
