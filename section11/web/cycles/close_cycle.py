"""Closes an audit, after saying what that means."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.cycles.operations import close_cycle as operation
from section11.cycles.queries.cycle_brief import cycle_brief
from section11.cycles.queries.register import register_of_returns
from section11.cycles.queries.register_selection import RegisterFilter
from section11.cycles.vocabulary import CycleState
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.request import PageRequest


def close_cycle(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers."""
    setup = cycle_brief(request.viewer, cycle)
    problems: dict[str, str] = {}
    if request.method == "POST":
        try:
            operation.close_cycle(request.viewer, cycle, at=now())
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, f"{setup.title} is closed. All returns can still be read.")
            return redirect("register_of_returns", partnership=partnership, cycle=cycle)
    register = register_of_returns(request.viewer, cycle, RegisterFilter(), page="1", at=now())
    context = {"setup": setup, "register": register, "is_open": setup.state is CycleState.OPEN, "problems": problems}
    return render(request, "cycles/close_cycle.html", context, status=422 if problems else 200)
