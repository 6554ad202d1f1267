"""The support conversation with one organisation."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.conflicts import is_conflicted
from section11.challenge.queries.support_list import support_of_invitation
from section11.directory.vocabulary import Role
from section11.web.request import PageRequest


def support(request: PageRequest, partnership: str, cycle: str, invitation: int) -> HttpResponse:
    """Open to those who read submissions; officers agree, log and close."""
    found = support_of_invitation(request.viewer, cycle, invitation)
    conflict = is_conflicted(request.viewer, invitation)
    page = {"it": found, "cycle": cycle, "conflict": conflict, "acts": request.viewer.has(Role.OFFICER) and not conflict}
    return render(request, "follow_up/support.html", page)
