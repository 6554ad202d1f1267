"""Writes calendar files with events at a time of day: as instants of UTC, so that no change of clock moves them."""

from collections.abc import Iterable
from datetime import UTC, datetime

from icalendar import Calendar, Event

from section11.reports.content.panel_calendar import TimedEvent

CONTENT_TYPE = "text/calendar; charset=utf-8"


def timed_calendar(name: str, events: Iterable[TimedEvent], *, at: datetime) -> bytes:
    """The file. A calendar that takes it again moves its events instead of adding others: their UIDs stay."""
    calendar = Calendar()
    calendar.add("prodid", "-//section11//panels//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    for one in events:
        calendar.add_component(_event(one, at))
    return bytes(calendar.to_ical())


def _event(one: TimedEvent, at: datetime) -> Event:
    event = Event()
    event.add("uid", one.uid)
    event.add("dtstamp", at)
    event.add("sequence", one.sequence)
    event.add("summary", one.title)
    event.add("status", "CANCELLED" if one.is_cancelled else "CONFIRMED")
    event.add("dtstart", one.starts.astimezone(UTC) if one.starts else one.day)
    if one.ends:
        event.add("dtend", one.ends.astimezone(UTC))
    if one.where:
        event.add("location", one.where)
    event.add("description", one.link)
    return event
