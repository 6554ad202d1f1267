"""All that a partnership knows of one organisation."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.cycles.queries.participation_invitations import participation_invitations
from section11.directory.queries.participations import participation as participation_of
from section11.directory.queries.people import people_of_participation
from section11.directory.vocabulary import Role
from section11.lib.clock import now
from section11.web.request import PageRequest


def show_organisation(request: PageRequest, partnership: str, participation: str) -> HttpResponse:
    """Open to everybody with a role in the partnership; officers manage its people."""
    here = participation_of(request.viewer, participation)
    context = {
        "here": here,
        "invitations": participation_invitations(request.viewer, here.participation_id, at=now()),
        "people": people_of_participation(request.viewer, participation),
        "may_manage": request.viewer.has(Role.OFFICER),
    }
    return render(request, "directory/show_organisation.html", context)
