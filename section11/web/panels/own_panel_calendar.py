"""The calendar file of a return's time at a panel."""

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse

from section11.challenge.queries.panels_of_return import panel_of_return
from section11.lib.clock import now
from section11.reports.content.panel_calendar import TimedEvent, uid_of
from section11.reports.writers.timed_calendar import CONTENT_TYPE, timed_calendar
from section11.web.reports.download import download
from section11.web.request import PageRequest


def own_panel_calendar(request: PageRequest, organisation: str, return_id: int, slot: int) -> HttpResponse:
    """For everybody with a role in the unit, once its leads were told."""
    it = panel_of_return(request.viewer, return_id, slot)
    page = reverse("own_panels", kwargs={"organisation": organisation, "return_id": return_id})
    event = TimedEvent(
        uid=uid_of("slot", slot, settings.PUBLIC_URL),
        title=f"{it.title}, {it.partnership}",
        day=it.held_on,
        starts=it.begins,
        ends=it.ends,
        where=it.where,
        link=f"{settings.PUBLIC_URL}{page}",
        sequence=it.version,
        is_cancelled=it.is_cancelled,
    )
    return download(timed_calendar(it.title, [event], at=now()), name=it.title, ending="ics", content_type=CONTENT_TYPE)
