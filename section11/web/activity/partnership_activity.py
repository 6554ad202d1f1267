"""Who did and opened what in a partnership."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.web.activity.listing import activity_context
from section11.web.request import PageRequest


def partnership_activity(request: PageRequest, partnership: str) -> HttpResponse:
    """For officers and the scrutineer; filtered by what it is about, who and when, 50 to a page."""
    return render(request, "activity/partnership_activity.html", activity_context(request))
