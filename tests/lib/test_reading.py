from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

import pytest

from section11.lib.reading import Node, Parts, Problems, unique, within


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


def parts_of(value: Any, *required: str) -> Parts:
    return Node(value, "thing", Problems()).parts(required, ("a",))


def test_places_are_written_as_people_read_them() -> None:
    assert within("", "cycle") == "cycle"
    assert within("invitations[3]", "unit") == "invitations[3].unit"
    assert within("answers", "1.7") == 'answers["1.7"]'
    assert within("", "é b") == '["é b"]'


def test_unknown_and_missing_parts_are_told() -> None:
    parts = parts_of({"b": 1, "extra": {"anything": 1}}, "c")
    assert parts.problems.found == {"thing.b": "unknown key: take it out, or put it under extra", "thing.c": "is missing"}


def test_a_wrong_kind_of_thing_is_told_and_read_as_nothing() -> None:
    parts = parts_of([1, 2])
    assert parts.problems.found == {"thing": "must be an object"}
    assert parts.text("a") == ""


def test_what_is_absent_reads_as_its_default() -> None:
    parts = parts_of({})
    assert (parts.text("a"), parts.flag("a"), parts.items("a"), parts.entries("a")) == ("", False, [], [])
    assert (parts.day("a"), parts.moment("a"), parts.number("a", least=0, most=1, decimals=0)) == (None, None, None)
    assert parts.one_of("a", Colour, Colour.RED) is Colour.RED
    assert not parts.problems.found


READERS: list[tuple[Callable[[Parts], object], list[Any], list[Any]]] = [
    (lambda p: p.text("a", 3, blank=False), ["x", "xyz"], [None, 1, "", " ", "four", ["x"]]),
    (lambda p: p.slug("a", 5), ["a-b_C"], [None, "", "a b", "é", "x" * 6, 3]),
    (lambda p: p.flag("a"), [True, False], [None, 0, "true"]),
    (lambda p: p.one_of("a", Colour, Colour.RED), ["red"], [None, "green", ["red"], {}]),
    (lambda p: p.items("a"), [[], [1]], [None, "x", {}]),
    (lambda p: p.entries("a"), [{}, {"1.7": 1}], [None, "x", [], {"extra": 1}]),
    (lambda p: p.number("a", least=0, most=100, decimals=4), [None, 0, 100, 79.6, 33.3333], [True, "1", -1, 100.1, 1.23456]),
    (lambda p: p.day("a"), [None, "2026-03-31"], ["2026-02-30", "31/3/2026", "0001-01-01", "2026-3-1", 3, "", True, "2026-03-31T00:00"]),
    (
        lambda p: p.moment("a"),
        ["2026-03-30T10:15:00+01:00", "2026-03-30T10:15Z", "2026-03-30T10:15:00.123456+00:00"],
        [None, "2026-03-30T10:15:00", "2026-03-30", "2026-03-30T25:00Z", "0001-01-01T00:00:00+01:00", "2026-03-30T10:15:00.1234567Z", 3],
    ),
]


@pytest.mark.parametrize(("read", "right", "wrong"), READERS)
def test_each_reader_takes_what_is_right_and_tells_what_is_not(read: Callable[[Parts], object], right: list[Any], wrong: list[Any]) -> None:
    for value in right:
        parts = parts_of({"a": value})
        read(parts)
        assert not parts.problems.found, value
    for value in wrong:
        parts = parts_of({"a": value})
        read(parts)
        assert [place for place in parts.problems.found if place.startswith("thing.a")], value


def test_days_and_instants_are_read_as_such() -> None:
    parts = parts_of({"a": "2026-03-31"})
    assert parts.day("a") == date(2026, 3, 31)
    assert parts_of({"a": "2026-03-30T10:15:00+01:00"}).moment("a") == datetime(2026, 3, 30, 9, 15, tzinfo=UTC)


def test_the_first_word_on_a_place_stands() -> None:
    problems = Problems()
    problems.add("a", "first")
    problems.add("a", "second")
    assert problems.found == {"a": "first"}


def test_a_repeated_value_names_where_it_first_stood() -> None:
    problems = Problems()
    unique([("x[0]", "one"), ("x[1]", ""), ("x[2]", "one"), ("x[3]", "")], problems, "slug")
    assert problems.found == {"x[2]": "slug one is already at x[0]"}
