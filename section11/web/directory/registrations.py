"""Organisations that asked to take part: those that wait come first."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.directory.queries import registrations as queries
from section11.directory.queries.partnership import partnership as partnership_of
from section11.directory.vocabulary import REGISTRATION_STATE_WORDS
from section11.web.request import PageRequest


def registrations(request: PageRequest, partnership: str) -> HttpResponse:
    """Open to officers, and to the scrutineer to read."""
    context = {
        "registrations": queries.registrations(request.viewer, page=request.GET.get("page", "1")),
        "here": partnership_of(request.viewer),
        "state_words": REGISTRATION_STATE_WORDS,
    }
    return render(request, "directory/registrations.html", context)
