"""Calendar files with times of day."""

from datetime import UTC, date, datetime

from icalendar import Calendar

from section11.reports.content.panel_calendar import TimedEvent, uid_of
from section11.reports.writers.timed_calendar import timed_calendar

AT = datetime(2026, 10, 5, 9, 0, tzinfo=UTC)
GIVEN = {
    "uid": "slot-1@audit.example",
    "title": "Panel; of, schools\nBEGIN:VEVENT",
    "day": date(2027, 3, 28),
    "where": "Room 1",
    "link": "https://audit.example/p",
    "sequence": 3,
}


def test_times_are_instants_and_what_was_typed_begins_no_line() -> None:
    starts, ends = datetime(2027, 3, 28, 8, 30, tzinfo=UTC), datetime(2027, 3, 28, 9, 15, tzinfo=UTC)
    data = timed_calendar("Panel", [TimedEvent(**GIVEN, starts=starts, ends=ends)], at=AT)
    assert b"DTSTART:20270328T083000Z" in data
    [event] = Calendar.from_ical(data).walk("VEVENT")
    assert str(event["SUMMARY"]) == GIVEN["title"]
    assert (event["SEQUENCE"], str(event["STATUS"])) == (3, "CONFIRMED")


def test_a_day_without_a_time_and_one_called_off() -> None:
    data = timed_calendar("Panel", [TimedEvent(**{**GIVEN, "where": ""}, starts=None, ends=None, is_cancelled=True)], at=AT)
    [event] = Calendar.from_ical(data).walk("VEVENT")
    assert (event["DTSTART"].dt, str(event["STATUS"])) == (date(2027, 3, 28), "CANCELLED")
    assert "LOCATION" not in event


def test_a_uid_stays() -> None:
    assert uid_of("slot", 12, "https://audit.example:8000") == "slot-12@audit.example"
