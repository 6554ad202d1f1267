"""What stands in the calendar file of a panel. Pure."""

from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True)
class TimedEvent:
    """One event of a calendar; without `starts` it is the whole day. `sequence` rises whenever it changes."""

    uid: str
    title: str
    day: date
    starts: datetime | None
    ends: datetime | None
    where: str
    link: str
    sequence: int
    is_cancelled: bool = False


def uid_of(kind: str, key: int, address: str) -> str:
    """What the event is known by for ever: `slot-12@audit.example`."""
    return f"{kind}-{key}@{urlsplit(address).hostname or 'localhost'}"
