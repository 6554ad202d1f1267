"""The challenges of one of the organisation's returns."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.own_challenges import own_challenges as find
from section11.lib import clock
from section11.returns.queries.head import return_head
from section11.web.request import PageRequest


def own_challenges(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """Those that wait for the lead first; for everybody with a role in the unit."""
    head = return_head(request.viewer, return_id)
    rows = find(request.viewer, return_id, page=request.GET.get("page", "1"))
    return render(request, "challenge/own_challenges.html", {"head": head, "page": rows, "today": clock.today()})
