"""Calls a panel off, after saying who will be told."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations import cancel_panel as operation
from section11.challenge.queries.panel_view import panel_view
from section11.challenge.vocabulary import Telling
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.lib.words import plural
from section11.web.request import PageRequest


def cancel_panel(request: PageRequest, partnership: str, cycle: str, panel: int) -> HttpResponse:
    """Open to officers."""
    view = panel_view(request.viewer, cycle, panel)
    problems: dict[str, str] = {}
    if request.method == "POST":
        try:
            told = operation.cancel_panel(request.viewer, panel, at=now())
        except Refused as refused:
            problems = refused.problems
        else:
            more = f" {plural(told, 'organisation is', 'organisations are')} being told." if told else ""
            messages.success(request, f"{view.head.title} is cancelled.{more}")
            return redirect("panels", partnership=partnership, cycle=cycle)
    told_before = [slot for slot in view.slots if view.telling(slot) is not Telling.PLANNED]
    context = {"head": view.head, "told": told_before, "problems": problems}
    return render(request, "panels/cancel_panel.html", context, status=422 if problems else 200)
