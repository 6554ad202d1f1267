"""Puts a withdrawn or exempt invitation back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.cycles.operations import reinstate_invitation as operation
from section11.cycles.queries.cycle_brief import cycle_brief
from section11.cycles.queries.one_invitation import one_invitation
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.cycles.make_ready import make_returns_ready
from section11.web.request import PageRequest


def reinstate_invitation(request: PageRequest, partnership: str, cycle: str, invitation: int) -> HttpResponse:
    """Open to officers."""
    told = one_invitation(request.viewer, cycle, invitation, at=now())
    problems: dict[str, str] = {}
    if request.method == "POST":
        try:
            operation.reinstate_invitation(request.viewer, cycle, invitation, at=now())
        except Refused as refused:
            problems = refused.problems
        else:
            make_returns_ready(request, cycle_brief(request.viewer, cycle))
            messages.success(request, f"{told.who} is asked to take part again.")
            return redirect("invitation", partnership=partnership, cycle=cycle, invitation=invitation)
    context = {"it": told, "problems": problems}
    return render(request, "cycles/reinstate_invitation.html", context, status=422 if problems else 200)
