"""The independent scrutineer's opinions on a cycle."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.opinions import opinions as find
from section11.web.request import PageRequest


def opinions(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to everybody with a role in the partnership: those that were given, the latest first."""
    return render(request, "judging/opinions.html", {"found": find(request.viewer, cycle)})
