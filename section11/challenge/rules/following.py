"""When a return wants a support conversation, and why it is brought to the strategic lead. Exact fractions decide."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

from section11.challenge.rules.typing import text_problem, without_empty
from section11.challenge.vocabulary import FollowUpReason
from section11.cycles.rules.cycle_dates import too_far

LONGEST_NAME = 200
LONGEST_AGO = timedelta(days=180)  # a conversation of before is another year's, or a slip of the pen


@dataclass(frozen=True, slots=True)
class BandFloor:
    """A band: it holds shares of at least so many per cent, up to the next higher one."""

    at_least: Decimal
    follow_up: bool


@dataclass(frozen=True, slots=True)
class ReturnStanding:
    """The figures of a latest submission: statements met, rated and applicable, and the must-meet ones that are missed."""

    met: int
    rated: int
    missed: tuple[str, ...]
    submitted_at: datetime | None

    @property
    def fully_meets(self) -> bool:
        """Whether everything that applies and was answered is met, and no must-meet statement is missed."""
        return self.met == self.rated and not self.missed


@dataclass(frozen=True, slots=True)
class Cause:
    """One reason for a follow-up, with its figures."""

    reason: FollowUpReason
    met: int | None = None
    rated: int | None = None
    statements: tuple[str, ...] = ()


def asks_for_follow_up(standing: ReturnStanding, bands: Sequence[BandFloor]) -> bool:
    """Whether the band that holds the exact share of a return asks for follow-up. No share: no band."""
    if not standing.rated:
        return False
    share = Fraction(standing.met, standing.rated) * 100
    reached = [band for band in bands if share >= Fraction(band.at_least)]
    return bool(reached) and max(reached, key=lambda band: band.at_least).follow_up


def causes_of(standing: ReturnStanding, bands: Sequence[BandFloor]) -> list[Cause]:
    """Why a submitted return is brought to the strategic lead by itself."""
    found = []
    if asks_for_follow_up(standing, bands):
        found.append(Cause(FollowUpReason.BAND, standing.met, standing.rated))
    if standing.missed:
        found.append(Cause(FollowUpReason.MUST_MEET, standing.met, standing.rated, standing.missed))
    return found


def still_to_raise(
    causes: Sequence[Cause],
    *,
    standing_now: Collection[str],
    closed: Mapping[str, datetime],
    submitted_at: datetime | None,
) -> list[Cause]:
    """Those that no follow-up tells of. One that was closed comes back only with a submission made after the closing.

    `standing_now`: the reasons of the follow-up that is under way; `closed`: when each reason was closed last.
    """
    found = []
    for cause in causes:
        ended = closed.get(cause.reason)
        is_new = ended is None or (submitted_at is not None and submitted_at > ended)
        if cause.reason not in standing_now and is_new:
            found.append(cause)
    return found


def agreed_problems(agreed_for: date | None, with_whom: str, today: date) -> dict[str, str]:
    """What is wrong with a support conversation as agreed."""
    day = ""
    if agreed_for is None:
        day = f"Enter the day of the conversation, like {today.day} {today.month} {today.year}"
    elif too_far(agreed_for, today) or agreed_for < today - LONGEST_AGO:
        day = "Check the year of this date"
    whom = "" if with_whom else "Say who takes part, from both sides"
    if len(with_whom) > LONGEST_NAME:
        whom = f"Shorten this to {LONGEST_NAME} characters or fewer"
    return without_empty({"agreed_for": day, "with_whom": whom})


def said_problems(said: str) -> dict[str, str]:
    """What is wrong with the record of a support conversation."""
    return without_empty({"said": text_problem(said, "Write what was said and agreed, for the organisation to read")})


def outcome_text_problems(outcome: str) -> dict[str, str]:
    """What is wrong with how a conversation or follow-up ended."""
    return without_empty({"outcome": text_problem(outcome, "Say how it ended")})


def note_problems(note: str) -> dict[str, str]:
    """What is wrong with why an officer picks a return."""
    return without_empty({"note": text_problem(note, "Say why, for the strategic lead to read")})
