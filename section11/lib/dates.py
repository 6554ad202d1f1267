"""Dates as people in England read them. A due date means the end of that day in London."""

from datetime import date, datetime, time, timedelta

from section11.lib.clock import LONDON


def end_of_day(day: date) -> datetime:
    """The first instant after that day in London: anything before it is in time."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=LONDON)


def start_of_day(day: date) -> datetime:
    """The instant at which that day begins in London."""
    return datetime.combine(day, time.min, LONDON)


def is_past(day: date, at: datetime) -> bool:
    """Whether the end of that day in London has come."""
    return at >= end_of_day(day)


def day_words(day: date) -> str:
    """`31 March 2027`."""
    return f"{day.day} {day:%B %Y}"


def short_day_words(day: date) -> str:
    """`31 Mar 2027`, for narrow columns."""
    return f"{day.day} {day:%b %Y}"


def short_day_of(at: datetime) -> str:
    """The day of an instant in London, for narrow columns."""
    return short_day_words(at.astimezone(LONDON).date())


def day_of(at: datetime) -> str:
    """The day of an instant in London, `31 March 2027`."""
    return day_words(at.astimezone(LONDON).date())


def due_words(day: date) -> str:
    """`31 March 2027, end of day`."""
    return f"{day_words(day)}, end of day"


def time_words(at: datetime) -> str:
    """`14:02` in London."""
    return f"{at.astimezone(LONDON):%H:%M}"


def moment_words(at: datetime) -> str:
    """`31 March 2027 at 14:02` in London."""
    local = at.astimezone(LONDON)
    return f"{day_words(local.date())} at {local:%H:%M}"


def days_words(day: date, today: date) -> str:
    """How far a day lies from today, in words: `in 12 days`, `today`, `3 days ago`."""
    days = (day - today).days
    if days == 0:
        return "today"
    if abs(days) == 1:
        return "tomorrow" if days == 1 else "yesterday"
    return f"in {days} days" if days > 0 else f"{-days} days ago"
