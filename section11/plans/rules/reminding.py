"""On which days return leads are reminded of an action. Pure."""

from datetime import date, timedelta
from enum import StrEnum


class Step(StrEnum):
    """One reminder about a due date."""

    BEFORE = "before"
    AFTER = "after"
    LONG_AFTER = "long-after"


DAYS: dict[Step, int] = {Step.BEFORE: -14, Step.AFTER: 1, Step.LONG_AFTER: 30}  # from the due date on
LATE_BY = 7  # days after which a reminder that could not be made is left out


def due_dates(step: Step, today: date) -> tuple[date, date]:
    """The first and last due date for which that reminder is to be there today."""
    last = today - timedelta(days=DAYS[step])
    return last - timedelta(days=LATE_BY - 1), last


def reminder_day(step: Step, due: date) -> date:
    """The day of that reminder."""
    return due + timedelta(days=DAYS[step])
