"""What partnerships recommended to an organisation."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.recommendations import given_recommendations
from section11.web.request import PageRequest


def recommendations(request: PageRequest, organisation: str) -> HttpResponse:
    """Open to everybody with a role in the organisation: what their units were given, those that wait first."""
    return render(request, "judging/recommendations.html", {"given": given_recommendations(request.viewer)})
