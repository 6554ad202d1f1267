from datetime import date

from section11.cycles.rules.cycle_dates import date_problems, due_problem, too_far, years_from

TODAY = date(2024, 2, 29)


def test_five_years_from_a_leap_day() -> None:
    assert years_from(TODAY, 5) == date(2029, 2, 28)
    assert not too_far(date(2029, 2, 28), TODAY)
    assert too_far(date(2029, 3, 1), TODAY)
    assert too_far(date(2019, 2, 27), TODAY)


def test_a_due_date_of_today_is_still_to_come() -> None:
    assert date_problems(opens=date(2024, 2, 1), due=TODAY, rolling=False, today=TODAY) == {}
    assert due_problem(TODAY, opens=None, today=TODAY) == ""
    assert "has passed" in due_problem(date(2024, 2, 28), opens=None, today=TODAY)


def test_a_rolling_cycle_with_a_due_date_keeps_the_rules() -> None:
    assert set(date_problems(opens=date(2024, 3, 1), due=date(2024, 3, 1), rolling=True, today=TODAY)) == {"due"}
