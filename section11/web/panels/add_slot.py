"""Gives a return a time at a panel."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations import add_slot as operation
from section11.challenge.queries.offered_returns import offered_returns
from section11.challenge.queries.panel_view import SlotRow, panel_head, panel_slots
from section11.challenge.rules.timetable import ends
from section11.lib.clock import LONDON, now
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.cycles.register_address import numbers
from section11.web.forms.panels import SlotForm
from section11.web.request import PageRequest


def add_slot(request: PageRequest, partnership: str, cycle: str, panel: int) -> HttpResponse:
    """Open to officers. Offers the next free time, and returns with open challenges first; `?chosen=` names one."""
    head = panel_head(request.viewer, cycle, panel)
    slots, offered = panel_slots(request.viewer, head), offered_returns(head)
    returns = [(str(one.invitation_id), one.words) for one in offered]
    chosen = numbers(request.GET.getlist("chosen"))
    initial = {"invitation": str(min(chosen)) if chosen else "", **next_free(head.held_on, slots)}
    form = SlotForm(request.POST if request.method == "POST" else None, returns=returns, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            operation.add_slot(request.viewer, panel, int(form.cleaned_data["invitation"]), form.text(), at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, "The return has its time. Its organisation is told when you say so.")
            return redirect("add_slot" if "more" in request.POST else "panel", partnership=partnership, cycle=cycle, panel=panel)
    context = {"head": head, "form": form, "slots": slots, "offered": offered}
    return render(request, "panels/add_slot.html", context, status=422 if form.errors else 200)


def next_free(day: date, slots: tuple[SlotRow, ...]) -> dict[str, object]:
    """The time after the last one, as long as that; nothing where there is none."""
    if not slots:
        return {"minutes": 45}
    last = slots[-1]
    return {"starts": ends(day, last.starts, last.minutes).astimezone(LONDON).time(), "minutes": last.minutes}
