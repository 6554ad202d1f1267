"""A panel on one calm page: when and where, who sits, and its timetable."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.panel_view import panel_view
from section11.lib.clock import today
from section11.web.request import PageRequest


def panel(request: PageRequest, partnership: str, cycle: str, panel: int) -> HttpResponse:
    """For those who read submissions; members and officers enter outcomes from here, officers change the timetable."""
    view = panel_view(request.viewer, cycle, panel)
    day = today()
    context = {
        "view": view,
        "head": view.head,
        "today": day,
        "has_come": view.head.held_on <= day,
        "missing": [slot for slot in view.slots if not slot.has_outcome],
        "next": next((slot for slot in view.slots if not slot.has_outcome and not slot.conflicted), None),
        "to_draft": [slot for slot in view.slots if slot.has_outcome and not slot.letter_id and not slot.conflicted],
    }
    return render(request, "panels/panel.html", context)
