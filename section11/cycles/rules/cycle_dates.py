"""When a cycle may open and be due, and what an extension may be."""

from datetime import date

from section11.lib.dates import day_words

FARTHEST_YEARS = 5


def years_from(day: date, years: int) -> date:
    """The same calendar day that many years on; 29 February becomes 28 February."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def too_far(day: date, today: date) -> bool:
    """Whether a day lies more than five years from today, either way: almost surely a slip of the pen."""
    return not years_from(today, -FARTHEST_YEARS) <= day <= years_from(today, FARTHEST_YEARS)


def date_problems(*, opens: date | None, due: date | None, rolling: bool, today: date) -> dict[str, str]:
    """Everything that is wrong with a cycle's dates, by field. A rolling cycle may have no due date."""
    problems: dict[str, str] = {}
    if opens is None:
        problems["opens"] = f"Enter the day the audit opens, like {today.day} {today.month} {today.year}"
    elif too_far(opens, today):
        problems["opens"] = f"Check the year: {day_words(opens)} is more than {FARTHEST_YEARS} years away"
    if due is None:
        if not rolling:
            problems["due"] = f"Enter the due date, like 31 3 {today.year + 1}"
    elif too_far(due, today):
        problems["due"] = f"Check the year: {day_words(due)} is more than {FARTHEST_YEARS} years away"
    elif due < today:
        problems["due"] = f"Enter a due date that is still to come: {day_words(due)} has passed"
    elif opens is not None and due <= opens:
        problems["due"] = f"Enter a due date after the day the audit opens, {day_words(opens)}"
    return problems


def due_problem(due: date, *, opens: date | None, today: date) -> str:
    """What is wrong with one invitation's own due date; empty when nothing is."""
    if too_far(due, today):
        return f"Check the year: {day_words(due)} is more than {FARTHEST_YEARS} years away"
    if due < today:
        return f"Enter a date that is still to come: {day_words(due)} has passed"
    if opens is not None and due <= opens:
        return f"Enter a date after the day the audit opens, {day_words(opens)}"
    return ""
