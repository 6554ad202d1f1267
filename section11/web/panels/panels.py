"""The panels of a cycle: those to come, and those that are over."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.panels import panels_of_cycle
from section11.directory.vocabulary import Role
from section11.lib.clock import today
from section11.web.request import PageRequest


def panels(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """For those who read submissions; officers plan one."""
    found = panels_of_cycle(request.viewer, cycle, page=request.GET.get("page", "1"))
    context = {"found": found, "is_officer": request.viewer.has(Role.OFFICER), "today": today()}
    return render(request, "panels/panels.html", context)
