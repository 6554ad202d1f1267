"""What became of each statement since an earlier audit: the long table of the journeys, each number a link to its rows."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.web.analysis.journeys import journeys_page
from section11.web.request import PageRequest


def journeys_by_statement(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Since the cycle named in the address, of all sectors or one, on self-ratings or agreed levels."""
    page, _ = journeys_page(request, partnership, cycle, beside=True)
    return render(request, "analysis/journeys_by_statement.html", page)
