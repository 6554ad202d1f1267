"""Tells organisations and members of a panel, after showing exactly who gets what."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations import tell_panel as operation
from section11.challenge.queries.panel_view import panel_untold
from section11.challenge.queries.recipients import recipients
from section11.challenge.queries.to_tell import mark_of
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.lib.words import plural
from section11.web.request import PageRequest


def tell_panel(request: PageRequest, partnership: str, cycle: str, panel: int) -> HttpResponse:
    """Open to officers. Nobody is told what they know already."""
    head, untold = panel_untold(request.viewer, cycle, panel)
    problems: dict[str, str] = {}
    if request.method == "POST":
        try:
            told = operation.tell_panel(request.viewer, panel, mark=request.POST.get("mark", ""), at=now())
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, f"{plural(told, 'email is', 'emails are')} on the way, one for each return and member.")
            return redirect("panel", partnership=partnership, cycle=cycle, panel=panel)
    context = {
        "head": head,
        "returns": [one for one in untold if one.invitation_id],
        "members": [one for one in untold if one.person_id],
        "people": recipients(request.viewer, {one.unit_id for one in untold if one.unit_id}),
        "mark": mark_of(untold),
        "problems": problems,
    }
    return render(request, "panels/tell_panel.html", context, status=422 if problems else 200)
