from datetime import date

import pytest

from section11.plans.rules.reminding import Step, due_dates, reminder_day


@pytest.mark.parametrize(
    ("step", "due", "day"),
    [
        (Step.BEFORE, date(2027, 4, 11), date(2027, 3, 28)),
        (Step.AFTER, date(2027, 3, 27), date(2027, 3, 28)),
        (Step.LONG_AFTER, date(2027, 2, 26), date(2027, 3, 28)),
    ],
)
def test_each_reminder_has_its_day_and_a_week_to_be_made(step: Step, due: date, day: date) -> None:
    assert reminder_day(step, due) == day
    first, last = due_dates(step, day)
    assert (last, (last - first).days) == (due, 6)


def test_no_two_reminders_are_there_for_one_date_on_one_day() -> None:
    spans = [due_dates(step, date(2027, 3, 28)) for step in Step]
    assert all(one[1] < other[0] or other[1] < one[0] for one in spans for other in spans if one != other)
