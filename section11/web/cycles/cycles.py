"""The audits of a partnership."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.cycles.queries.cycle_list import cycles_of_partnership
from section11.directory.vocabulary import Role
from section11.lib.clock import today
from section11.web.request import PageRequest


def cycles(request: PageRequest, partnership: str) -> HttpResponse:
    """Open to everybody with a role in the partnership; drafts are shown to officers."""
    context = {"cycles": cycles_of_partnership(request.viewer), "may_open": request.viewer.has(Role.OFFICER), "today": today()}
    return render(request, "cycles/cycles.html", context)
