"""The good practice of a cycle."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.good_practice import practice_of_cycle
from section11.challenge.vocabulary import GOOD_PRACTICE_STATE_WORDS
from section11.directory.vocabulary import Role
from section11.web.request import PageRequest


def good_practice(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to everybody with a role in the partnership."""
    state = request.GET.get("state", "")
    page = {
        "found": practice_of_cycle(request.viewer, cycle, state=state, page=request.GET.get("page", "1")),
        "chosen": state,
        "states": GOOD_PRACTICE_STATE_WORDS,
        "writes": request.viewer.has(Role.OFFICER, Role.REVIEWER),
    }
    return render(request, "judging/good_practice.html", page)
