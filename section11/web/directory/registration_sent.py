"""Says what happens after an organisation has asked to take part."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from section11.directory.queries.registrations import open_for_registration


def registration_sent(request: HttpRequest, partnership: str) -> HttpResponse:
    """Open to all."""
    return render(request, "directory/registration_sent.html", {"here": open_for_registration(partnership)})
