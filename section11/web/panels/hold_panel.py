"""Closes a panel that took place."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations import hold_panel as operation
from section11.challenge.queries.panel_view import panel_view
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.panels import AbsentForm
from section11.web.request import PageRequest


def hold_panel(request: PageRequest, partnership: str, cycle: str, panel: int) -> HttpResponse:
    """Open to officers. Returns without an outcome are listed, to say of each that nobody attended."""
    view = panel_view(request.viewer, cycle, panel)
    missing = [(str(slot.slot_id), f"{slot.who}, {slot.span}") for slot in view.slots if not slot.has_outcome]
    form = AbsentForm(request.POST if request.method == "POST" else None, missing=missing)
    if request.method == "POST" and form.is_valid():
        try:
            operation.hold_panel(request.viewer, panel, absent=form.absent(), at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, "The panel is closed. Now draft the letters.")
            return redirect("panel", partnership=partnership, cycle=cycle, panel=panel)
    context = {"head": view.head, "slots": view.slots, "missing": missing, "form": form}
    return render(request, "panels/hold_panel.html", context, status=422 if form.errors else 200)
