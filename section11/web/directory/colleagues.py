"""The people of a partnership and what each may do."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.directory.queries import people
from section11.web.request import PageRequest


def colleagues(request: PageRequest, partnership: str) -> HttpResponse:
    """Open to officers, and to the scrutineer to read."""
    return render(request, "directory/colleagues.html", {"colleagues": people.colleagues(request.viewer)})
