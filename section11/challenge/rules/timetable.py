"""The times of a panel's day, in London, whose clocks change twice a year. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from section11.lib.clock import LONDON

LONGEST = 8 * 60  # minutes
SHORTEST = 5


@dataclass(frozen=True, slots=True)
class Taken:
    """A time that somebody has already."""

    who: str
    starts: time
    minutes: int


def begins(day: date, starts: time) -> datetime:
    """The instant at which it is that time there. Where the clock shows it twice, the first one."""
    return datetime.combine(day, starts, LONDON).astimezone(UTC)


def ends(day: date, starts: time, minutes: int) -> datetime:
    """The instant so many minutes later."""
    return begins(day, starts) + timedelta(minutes=minutes)


def clock_words(at: time) -> str:
    """`09:30`."""
    return f"{at:%H:%M}"


def span_words(day: date, starts: time, minutes: int) -> str:
    """`09:30 to 10:15`."""
    return f"{clock_words(starts)} to {clock_words(ends(day, starts, minutes).astimezone(LONDON).time())}"


def is_shown(day: date, starts: time) -> bool:
    """Whether London's clocks show that time on that day: not in the hour they leave out in spring."""
    return begins(day, starts).astimezone(LONDON).time() == starts


def time_problems(day: date, starts: time | None, minutes: int | None, others: Iterable[Taken]) -> dict[str, str]:
    """What is wrong with a time on that day, and what to do about it."""
    problems: dict[str, str] = {}
    if starts is None:
        problems["starts"] = "Enter when it starts, like 10:30"
    elif not is_shown(day, starts):
        problems["starts"] = "The clocks go forward in that hour, so there is no such time on this day. Enter another one"
    if minutes is None or not SHORTEST <= minutes <= LONGEST:
        problems["minutes"] = f"Enter how many minutes it takes, from {SHORTEST} to {LONGEST}"
    if problems or starts is None or minutes is None:
        return problems
    first, last = begins(day, starts), ends(day, starts, minutes)
    if last.astimezone(LONDON).date() != day and last.astimezone(LONDON).time() != time.min:
        return {"minutes": "It must end on the same day. Start earlier, or take fewer minutes"}
    for other in others:
        if first < ends(day, other.starts, other.minutes) and begins(day, other.starts) < last:
            return {"starts": overlap_words(day, other)}
    return {}


def overlap_words(day: date, other: Taken) -> str:
    """What to do about a time that is taken."""
    free = clock_words(ends(day, other.starts, other.minutes).astimezone(LONDON).time())
    return (
        f"{other.who} has {span_words(day, other.starts, other.minutes)}. Start at {free} or later, or end by {clock_words(other.starts)}"
    )
