"""The organisations that take part in a partnership."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.directory.queries.participations import participations
from section11.directory.queries.sectors import sectors
from section11.web.request import PageRequest


def organisations(request: PageRequest, partnership: str) -> HttpResponse:
    """Open to everybody with a role in the partnership; searched by name, filtered by sector, 50 to a page."""
    search, sector = request.GET.get("search", "").strip()[:200], request.GET.get("sector", "")
    context = {
        "organisations": participations(request.viewer, search=search, sector=sector, page=request.GET.get("page", "1")),
        "sectors": sectors(request.viewer),
        "search": search,
        "sector": sector,
    }
    return render(request, "directory/organisations.html", context)
