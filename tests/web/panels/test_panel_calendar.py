"""The calendar file of a panel."""

from datetime import date

import pytest
from icalendar import Calendar

from section11.challenge.operations.cancel_panel import cancel_panel
from tests.factories.browsers import signed_in
from tests.factories.panels import make_panel
from tests.factories.returns import AT
from tests.web.panels.pages import a_day

pytestmark = pytest.mark.django_db


def events(day, **more) -> list:
    answer = signed_in(day.reviewer).get(day.at("panel_calendar", **more))
    assert answer["Content-Type"].startswith("text/calendar")
    return Calendar.from_ical(answer.content).walk("VEVENT")


def test_each_return_has_its_time_and_the_same_uid_for_ever() -> None:
    day = a_day(held_on=date(2027, 3, 30))
    first, second = events(day)
    assert first["DTSTART"].dt.isoformat() == "2027-03-30T08:00:00+00:00"
    assert second["DTEND"].dt.isoformat() == "2027-03-30T09:00:00+00:00"
    assert str(first["SUMMARY"]) == f"Panel of the schools: {day.opened.participation.name}"
    assert str(first["LOCATION"]) == "Room 1, Town Hall"
    uid, sequence = str(first["UID"]), first["SEQUENCE"]
    cancel_panel(day.opened.officer, day.panel.pk, at=AT)
    again = events(day)[0]
    assert (str(again["UID"]), str(again["STATUS"])) == (uid, "CANCELLED")
    assert again["SEQUENCE"] >= sequence


def test_without_a_timetable_it_is_the_day() -> None:
    day = a_day(1)
    empty = make_panel(day.opened, held_on=date(2027, 3, 28))
    [event] = events(day, panel=empty.pk)
    assert event["DTSTART"].dt == date(2027, 3, 28)
