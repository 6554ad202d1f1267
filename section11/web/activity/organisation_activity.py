"""Who did and opened what in an organisation."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.web.activity.listing import activity_context
from section11.web.request import PageRequest

ABOUT = ("read", "answers", "sign-off", "plan", "challenge", "people")


def organisation_activity(request: PageRequest, organisation: str) -> HttpResponse:
    """For everybody with a role in the organisation; filtered by what it is about, who and when, 50 to a page."""
    return render(request, "activity/organisation_activity.html", activity_context(request, ABOUT))
