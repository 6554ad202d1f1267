"""Calendar files, read again by another's eyes: whatever people typed, it is text of one event and nothing else."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar.cal.component import Component

from section11.reports.content.plan_calendar import CalendarDay
from section11.reports.writers.calendar_file import calendar_of

SITE = "https://s11.example"
AT = datetime(2027, 3, 1, 9, tzinfo=UTC)


def day(**changes: object) -> CalendarDay:
    told: dict[str, object] = {"about": "action-7", "day": date(2027, 3, 28), "title": "Action due: Train", "text": "Train"}
    return CalendarDay(**{**told, "page": "/o/oak/plan/7", "changed_at": AT, "version": 3, **changes})


def events_of(*days: CalendarDay) -> list[Component]:
    """The events of the file, as a calendar reads them."""
    return Calendar.from_ical(calendar_of("Due dates of Oak Surgery", days, site=SITE)).walk("VEVENT")


def test_an_event_lasts_the_whole_day_and_blocks_nobody() -> None:
    [event] = events_of(day())
    assert (event.decoded("dtstart"), event.decoded("dtend")) == (date(2027, 3, 28), date(2027, 3, 29))  # the clocks go forward that day
    assert str(event["uid"]) == "action-7@s11.example"
    assert (event.decoded("sequence"), str(event["transp"]), str(event["url"])) == (3, "TRANSPARENT", f"{SITE}/o/oak/plan/7")
    text = calendar_of("x", [day()], site=SITE).decode()
    assert "DTSTART;VALUE=DATE:20270328" in text
    assert "X-WR-TIMEZONE:Europe/London" in text
    assert "DTSTAMP:20270301T090000Z" in text


def test_a_moved_date_is_the_same_event_with_a_later_number() -> None:
    [before] = events_of(day())
    [after] = events_of(day(day=date(2027, 6, 1), version=4))
    assert before["uid"] == after["uid"]
    assert before.decoded("sequence") < after.decoded("sequence")


@pytest.mark.parametrize(
    "typed",
    [
        "Train\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nSUMMARY:Free cake",
        "Train\nATTACH:https://bad.example/x",
        "Train\u2028URL:https://bad.example",
        "Train\x0bX-ALT-DESC;FMTTYPE=text/html:<script>",
        'a;b,c\\n:d"e',
        "Ysgol Dŵr 🌳 " * 40,
    ],
)
def test_what_people_typed_stays_text(typed: str) -> None:
    content = calendar_of("Due dates", [day(title=typed, text=typed)], site=SITE)
    [event] = Calendar.from_ical(content).walk("VEVENT")
    assert "attach" not in event
    assert str(event["url"]) == f"{SITE}/o/oak/plan/7"
    names = {line.partition(b":")[0].partition(b";")[0] for line in content.replace(b"\r\n ", b"").splitlines()}
    assert names <= {b"BEGIN", b"END", b"PRODID", b"VERSION", b"CALSCALE", b"METHOD", b"X-WR-CALNAME", b"X-WR-TIMEZONE"} | {
        name.encode() for name in ("UID", "DTSTAMP", "SEQUENCE", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "URL", "TRANSP", "CLASS")
    }


@given(st.text(max_size=400))
def test_any_text_makes_a_file_of_one_event_with_short_lines(typed: str) -> None:
    content = calendar_of(typed, [day(title=typed, text=typed)], site=SITE)
    assert len(Calendar.from_ical(content).walk("VEVENT")) == 1
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    content.decode()


def test_an_empty_plan_is_a_calendar_all_the_same() -> None:
    assert events_of() == []
