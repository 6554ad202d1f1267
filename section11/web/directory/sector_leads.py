"""The strategic lead of each sector."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.directory.queries.sector_leads import sector_leads as leads_of
from section11.directory.vocabulary import Role
from section11.web.request import PageRequest


def sector_leads(request: PageRequest, partnership: str) -> HttpResponse:
    """Open to everybody with a role in the partnership; officers name them."""
    page = {"sectors": leads_of(request.viewer), "may_name": request.viewer.has(Role.OFFICER)}
    return render(request, "directory/sector_leads.html", page)
