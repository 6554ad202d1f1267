"""The times of a panel's day, across both changes of the clock."""

from datetime import UTC, date, datetime, time

import pytest

from section11.challenge.rules.timetable import Taken, begins, is_shown, span_words, time_problems

WINTER, SPRING, AUTUMN = date(2027, 1, 12), date(2027, 3, 28), date(2027, 10, 31)


@pytest.mark.parametrize(
    ("day", "starts", "instant"),
    [
        (WINTER, time(9, 30), datetime(2027, 1, 12, 9, 30, tzinfo=UTC)),
        (date(2027, 7, 1), time(9, 30), datetime(2027, 7, 1, 8, 30, tzinfo=UTC)),
        (SPRING, time(0, 30), datetime(2027, 3, 28, 0, 30, tzinfo=UTC)),
        (SPRING, time(2, 0), datetime(2027, 3, 28, 1, 0, tzinfo=UTC)),
        (AUTUMN, time(1, 30), datetime(2027, 10, 31, 0, 30, tzinfo=UTC)),
        (AUTUMN, time(2, 0), datetime(2027, 10, 31, 2, 0, tzinfo=UTC)),
    ],
)
def test_times_are_londons(day: date, starts: time, instant: datetime) -> None:
    assert begins(day, starts) == instant


def test_the_hour_that_spring_leaves_out_is_no_time() -> None:
    assert [is_shown(SPRING, time(hour, 30)) for hour in (0, 1, 2)] == [True, False, True]
    assert "clocks go forward" in time_problems(SPRING, time(1, 0), 30, [])["starts"]


def test_minutes_are_real_minutes_when_the_clock_changes() -> None:
    assert span_words(SPRING, time(0, 30), 60) == "00:30 to 02:30"
    assert span_words(AUTUMN, time(1, 30), 60) == "01:30 to 01:30"
    taken = [Taken("Oak", time(1, 30), 90)]  # from 01:30 BST to 02:00 GMT
    assert time_problems(AUTUMN, time(2, 0), 30, taken) == {}
    assert "Oak has" in time_problems(AUTUMN, time(1, 45), 10, taken)["starts"]


@pytest.mark.parametrize(
    ("starts", "minutes", "clashes"),
    [
        (time(9), 30, False),
        (time(9), 31, True),
        (time(10, 14), 5, True),
        (time(10, 15), 5, False),
        (time(9, 40), 5, True),
        (time(9), 90, True),
    ],
)
def test_times_may_touch_but_not_overlap(starts: time, minutes: int, clashes: bool) -> None:
    assert bool(time_problems(WINTER, starts, minutes, [Taken("Oak", time(9, 30), 45)])) is clashes


@pytest.mark.parametrize("minutes", [None, 0, 4, 481, -30])
def test_how_long_is_told(minutes: int | None) -> None:
    assert set(time_problems(WINTER, time(9), minutes, [])) == {"minutes"}


def test_it_ends_on_the_same_day() -> None:
    assert set(time_problems(WINTER, time(23, 30), 45, [])) == {"minutes"}
    assert time_problems(WINTER, time(23, 30), 30, []) == {}
    assert set(time_problems(WINTER, None, None, [])) == {"starts", "minutes"}
