"""Whom an audit invites, and the ways to invite more."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.cycles.queries.cycle_setup import cycle_setup
from section11.cycles.queries.whom import whom_invited
from section11.lib.clock import now
from section11.web.request import PageRequest


def whom_to_invite(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers."""
    setup = cycle_setup(request.viewer, cycle, at=now())
    return render(request, "cycles/whom_to_invite.html", {"setup": setup, "whom": whom_invited(request.viewer, cycle)})
