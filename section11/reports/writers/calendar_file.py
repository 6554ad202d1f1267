"""Writes days as a calendar file (iCalendar, RFC 5545)."""

from collections.abc import Iterable
from datetime import UTC, timedelta
from urllib.parse import urlsplit

from icalendar import Calendar, Event, vText

from section11.reports.content.plan_calendar import CalendarDay
from section11.reports.content.readable import readable

CONTENT_TYPE = "text/calendar; charset=utf-8"


def calendar_of(name: str, days: Iterable[CalendarDay], *, site: str) -> bytes:
    """All-day events that mark nobody as busy. A day has no time, so no clock change can move it. `site`: where pages are."""
    host = urlsplit(site).hostname or "localhost"
    made = Calendar()
    made.add("prodid", "-//Section 11//Improvement plan//EN")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", vText(" ".join(readable(name).split())))  # the library escapes no text under a name of this kind
    made.add("x-wr-timezone", "Europe/London")
    for one in days:
        made.add_component(_event(one, host, site))
    return bytes(made.to_ical())


def _event(one: CalendarDay, host: str, site: str) -> Event:
    event = Event()
    event.add("uid", f"{one.about}@{host}")
    event.add("dtstamp", one.changed_at.astimezone(UTC))
    event.add("sequence", one.version)
    event.add("dtstart", one.day)
    event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", readable(one.title))
    event.add("description", readable(one.text))
    event.add("url", f"{site}{one.page}")
    event.add("transp", "TRANSPARENT")
    event.add("class", "CONFIDENTIAL")
    return event
