"""Takes a return off a panel's timetable."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations import remove_slot as operation
from section11.challenge.queries.panel_view import panel_view
from section11.challenge.vocabulary import Telling
from section11.lib.clock import now
from section11.lib.errors import Absent, Refused
from section11.web.request import PageRequest


def remove_slot(request: PageRequest, partnership: str, cycle: str, panel: int, slot: int) -> HttpResponse:
    """Open to officers. Says whether the organisation was told, since then it is told of this, too."""
    view = panel_view(request.viewer, cycle, panel)
    it = next((one for one in view.slots if one.slot_id == slot), None)
    if it is None:
        raise Absent
    problems: dict[str, str] = {}
    if request.method == "POST":
        try:
            told = operation.remove_slot(request.viewer, panel, slot, at=now())
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, f"{it.who} is off the timetable{', and is being told' if told else ''}.")
            return redirect("panel", partnership=partnership, cycle=cycle, panel=panel)
    was_told = view.head.is_planned and view.telling(it) is not Telling.PLANNED
    context = {"head": view.head, "it": it, "was_told": was_told, "problems": problems}
    return render(request, "panels/remove_slot.html", context, status=422 if problems else 200)
