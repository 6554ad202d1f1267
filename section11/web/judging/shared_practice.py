"""Good practice, as an organisation sees it: what it was asked to share, and what others share."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.good_practice import own_practice
from section11.challenge.queries.good_practice import shared_practice as shared
from section11.directory.vocabulary import Role
from section11.web.request import PageRequest


def shared_practice(request: PageRequest, organisation: str) -> HttpResponse:
    """Open to everybody with a role in the organisation."""
    page = {
        "own": own_practice(request.viewer),
        "shared": shared(request.viewer, page=request.GET.get("page", "1")),
        "is_lead": request.viewer.has(Role.RETURN_LEAD),
    }
    return render(request, "judging/shared_practice.html", page)
