"""The calendar file of a panel: an event for each time, or for the day while there is none."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from section11.challenge.queries.panel_view import PanelHead, SlotRow, panel_head, panel_slots
from section11.challenge.rules.timetable import begins, ends
from section11.challenge.vocabulary import PanelState
from section11.lib.clock import now
from section11.reports.content.panel_calendar import TimedEvent, uid_of
from section11.reports.writers.timed_calendar import CONTENT_TYPE, timed_calendar
from section11.web.reports.download import download
from section11.web.request import PageRequest


def panel_calendar(request: PageRequest, partnership: str, cycle: str, panel: int) -> HttpResponse:
    """For those who read submissions."""
    head = panel_head(request.viewer, cycle, panel)
    link = settings.PUBLIC_URL + reverse("panel", kwargs={"partnership": partnership, "cycle": cycle, "panel": panel})
    slots = panel_slots(request.viewer, head)
    events = [event(head, link, slot) for slot in slots] or [event(head, link, None)]
    return download(timed_calendar(head.title, events, at=now()), name=head.title, ending="ics", content_type=CONTENT_TYPE)


def event(head: PanelHead, link: str, slot: SlotRow | None) -> TimedEvent:
    """One time of a panel, or its day."""
    return TimedEvent(
        uid=uid_of("panel-slot", slot.slot_id, settings.PUBLIC_URL) if slot else uid_of("panel", head.panel_id, settings.PUBLIC_URL),
        title=f"{head.title}: {slot.who}" if slot else head.title,
        day=head.held_on,
        starts=begins(head.held_on, slot.starts) if slot else None,
        ends=ends(head.held_on, slot.starts, slot.minutes) if slot else None,
        where=head.where,
        link=link,
        sequence=head.version + (slot.version if slot else 0),
        is_cancelled=head.state is PanelState.CANCELLED,
    )
