"""Lets a person with several places choose where to go."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.directory.queries.scopes import places_of_person
from section11.web.account.start_here import doors
from section11.web.request import PageRequest


def choose_place(request: PageRequest) -> HttpResponse:
    """Open to anybody signed in."""
    return render(request, "account/choose_place.html", {"doors": doors(places_of_person(request.viewer))})
