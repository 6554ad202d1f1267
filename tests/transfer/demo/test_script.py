from datetime import UTC, date, datetime

import pytest

from section11.transfer.demo.script import Calendar, Line, minutes_of, numbers, read_line


@pytest.mark.parametrize(
    ("told", "line"),
    [
        ("1 lead opens", Line(1, "lead", "opens", "")),
        ("-3 lead answers 1-6", Line(-3, "lead", "answers", "1-6")),
        ("6 lead hands 6, 8 to amy", Line(6, "lead", "hands", "6, 8 to amy")),
        ("9 asks", Line(9, "", "asks", "")),
        ("19 lead asks sign-off", Line(19, "lead", "asks sign-off", "")),
        ({"15 lead hands over to": {"name": "Zofia"}}, Line(15, "lead", "hands over to", "", {"name": "Zofia"})),
        ({"27 tom phones lead": "Back on Monday."}, Line(27, "tom", "phones", "lead", "Back on Monday.")),
    ],
)
def test_a_line_says_on_which_day_who_does_what(told: str, line: Line) -> None:
    assert read_line(told) == line


@pytest.mark.parametrize("told", ["lead opens", "1 lead sings", "", "1"])
def test_other_lines_are_refused(told: str) -> None:
    with pytest.raises(ValueError, match="not a line"):
        read_line(told)


def test_days_are_counted_back_from_today_in_london() -> None:
    calendar = Calendar(date(2026, 11, 3), 30)
    assert calendar.date(0) == date(2026, 10, 4)
    assert calendar.at(30, 20) == datetime(2026, 11, 3, 9, 20, tzinfo=UTC)
    assert calendar.at(0) == datetime(2026, 10, 4, 8, 0, tzinfo=UTC)  # summer time


def test_lines_of_a_day_follow_each_other() -> None:
    lines = [read_line(told) for told in ("1 lead opens", "2 lead opens", "2 lead submits")]
    first, second, third = minutes_of(lines, key="Oak Surgery")
    assert first == second < third
    assert minutes_of(lines, key="Oak Surgery") == [first, second, third]


def test_ranges_of_standards() -> None:
    assert numbers("1-3, 8") == ["1", "2", "3", "8"]
    assert numbers("L") == ["L"]
