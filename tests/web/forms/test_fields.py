"""A day in three boxes: what is read, and what is said about what cannot be."""

from datetime import date
from typing import Any

import pytest
from django import forms

from section11.web.forms.fields import LondonDateField


class DueForm(forms.Form):
    due = LondonDateField(what="the due date", earliest=date(2026, 10, 5), latest=date(2030, 12, 31))
    closed = LondonDateField(what="the closing date", required=False)


def parts(day: str = "", month: str = "", year: str = "") -> dict[str, str]:
    return {"due-day": day, "due-month": month, "due-year": year}


@pytest.mark.parametrize(
    "data",
    [
        parts("31", "3", "2027"),
        parts(" 31 ", "03", "2027"),
        parts("31", "March", "2027"),
        parts("31", "mar", "2027"),
        {"due": "31 3 2027"},
        {"due": "31/03/2027"},
        {"due": "2027-03-31"},
        {"due": "31 March 2027"},
    ],
)
def test_a_day_is_read_however_it_is_typed(data: dict[str, str]) -> None:
    form = DueForm(data)
    assert form.is_valid(), form.errors
    assert form.cleaned_data == {"due": date(2027, 3, 31), "closed": None}


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ({}, "Enter the due date, like 31 3 2027"),
        (parts(), "Enter the due date, like 31 3 2027"),
        (parts("31", "", "2027"), "The due date must include a month, like 31 3 2027"),
        (parts("31"), "The due date must include a month and a year, like 31 3 2027"),
        (parts("31", "3", "27"), "The year of the due date must have 4 numbers, like 31 3 2027"),
        (parts("31", "2", "2027"), "The due date must be a real date, like 31 3 2027"),
        (parts("soon", "2", "2027"), "The due date must be a real date, like 31 3 2027"),
        (parts("9" * 30, "2", "2027"), "The due date must be a real date, like 31 3 2027"),
        (parts("9" * 5000, "2", "2027"), "The due date must be a real date, like 31 3 2027"),
        (parts("٣", "2", "2027"), "The due date must be a real date, like 31 3 2027"),
        ({"due": "31 3 2027 noon"}, "The year of the due date must have 4 numbers, like 31 3 2027"),
        (parts("4", "10", "2026"), "The due date must be 5 October 2026 or later"),
        (parts("1", "1", "2031"), "The due date must be 31 December 2030 or earlier"),
    ],
)
def test_what_cannot_be_read_says_what_to_do(data: dict[str, str], said: str) -> None:
    assert DueForm(data).errors == {"due": [said]}


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ({"initial": {"due": date(2027, 3, 31)}}, ["31", "3", "2027"]),
        ({"data": parts("31", "Mrach", "2027")}, ["31", "Mrach", "2027"]),
        ({"data": {"due": "31 3"}}, ["31", "3", ""]),
        ({}, ["", "", ""]),
    ],
)
def test_what_was_typed_stands_in_the_boxes(given: dict[str, Any], shown: list[str]) -> None:
    bound: Any = DueForm(**given)["due"]
    assert [text for _, _, text in bound.parts] == shown
    assert [id_ for _, id_, _ in bound.parts] == ["id_due-day", "id_due-month", "id_due-year"]


def test_an_untouched_day_has_not_changed() -> None:
    form = DueForm(parts("31", "3", "2027"), initial={"due": date(2027, 3, 31)})
    assert form.changed_data == []
