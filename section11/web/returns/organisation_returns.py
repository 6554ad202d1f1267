"""The returns of one organisation's units in which the viewer has a role."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.own_challenges import challenge_counts
from section11.lib import clock
from section11.returns.queries.head import return_heads
from section11.web.request import PageRequest


def organisation_returns(request: PageRequest, organisation: str) -> HttpResponse:
    """Each return with its partnership, due date in words, progress and the one next step."""
    page = {"heads": return_heads(request.viewer), "challenges": challenge_counts(request.viewer), "today": clock.today()}
    return render(request, "returns/organisation_returns.html", page)
