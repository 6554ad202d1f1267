"""The lines of a story, and when each of them happens. Pure."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from section11.lib.clock import LONDON
from section11.transfer.demo.chance import pick

VERBS = (
    "opens",
    "starts from last time",
    "confirms",
    "writes",
    "answers",
    "adds evidence",
    "hands over to",
    "hands",
    "finishes",
    "marks",
    "asks sign-off",
    "approves",
    "sends back",
    "submits",
    "amends",
    "changes",
    "reminds",
    "extends to",
    "withdraws",
    "exempts",
    "phones",
    "emails",
    "meets",
    "asks",
    "declines",
    "invites",
)
_LINE = re.compile(rf"(?:(-?\d+) )?(?:(\w+) )??({'|'.join(VERBS)})(?: (.+))?")
FIRST_HOUR = time(9)
BETWEEN_LINES = 50  # minutes from one line of a day to the next in the same story


@dataclass(frozen=True, slots=True)
class Line:
    """One line: on which day, who does what, to what, and what they say with it."""

    day: int
    who: str
    verb: str
    rest: str
    said: Any = None  # the text, or a mapping, after the colon


@dataclass(frozen=True, slots=True)
class Calendar:
    """Which dates the days of a story are. Day `number` is `today`."""

    today: date
    number: int

    def date(self, day: int) -> date:
        """The date of that day."""
        return self.today + timedelta(days=day - self.number)

    def at(self, day: int, minutes: int = 0) -> datetime:
        """So many minutes after nine o'clock of that day in London."""
        return datetime.combine(self.date(day), FIRST_HOUR, tzinfo=LONDON) + timedelta(minutes=minutes)


def read_line(told: str | dict[str, Any]) -> Line:
    """`12 signatory approves`, or the same with something said: `{12 signatory sends back: Please look again}`."""
    (words, said) = next(iter(told.items())) if isinstance(told, dict) else (told, None)
    found = _LINE.fullmatch(words)
    if found is None or found[1] is None:
        raise ValueError(f"not a line of a story: {words!r}")
    return Line(int(found[1]), found[2] or "", found[3], found[4] or "", said)


def minutes_of(lines: Sequence[Line], *, key: str) -> list[int]:
    """When in its day each line of a story begins: later ones of the same day follow, and no two stories start alike."""
    start = pick(range(110), key, "start")
    seen: dict[int, int] = {}
    minutes = []
    for line in lines:
        minutes.append(start + BETWEEN_LINES * seen.get(line.day, 0))
        seen[line.day] = seen.get(line.day, 0) + 1
    return minutes


def numbers(words: str) -> list[str]:
    """The standards that `1-3, 8` or `L` names."""
    named: list[str] = []
    for part in words.split(","):
        first, _, last = part.strip().partition("-")
        named += [str(n) for n in range(int(first), int(last) + 1)] if last else [first]
    return named
