"""The support conversations of an audit."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.support_list import support_list
from section11.challenge.vocabulary import SUPPORT_STATE_WORDS
from section11.directory.queries.sectors import sectors
from section11.lib.clock import today
from section11.web.request import PageRequest


def support_conversations(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to those who read submissions."""
    state, sector = request.GET.get("state", ""), request.GET.get("sector", "")
    page = {
        "found": support_list(request.viewer, cycle, state=state, sector=sector, page=request.GET.get("page", "1")),
        "state": state,
        "sector": sector,
        "sectors": sectors(request.viewer),
        "states": SUPPORT_STATE_WORDS,
        "today": today(),
    }
    return render(request, "follow_up/support_conversations.html", page)
