"""The one source of the present moment. Operations take it as `at`; only pages, jobs and commands read it."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")


def now() -> datetime:
    """The present instant, timezone-aware, in UTC."""
    return datetime.now(UTC)


def london_date(at: datetime) -> date:
    """The calendar day in London at that instant."""
    return at.astimezone(LONDON).date()


def today() -> date:
    """The present calendar day in London."""
    return london_date(now())
