"""One page for the executive: response, bands, what is strong, what is weak, who is to be followed up, what has changed."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.analysis.figures.compute import compute
from section11.analysis.journeys import compute as journeys
from section11.analysis.queries.summary import summary
from section11.lib import clock
from section11.web.analysis.journey_links import JourneyLinks
from section11.web.analysis.links import Links, basis_of
from section11.web.request import PageRequest


def executive_summary(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Prints to one sheet of A4. Every number is a link to its rows."""
    basis = basis_of(request)
    read = summary(request.viewer, cycle, basis)
    found = compute(read.figures)
    page = {"figures": found, "data": found.dataset, "to": Links(partnership, cycle, basis), "basis": basis, "today": clock.today()}
    if read.journeys and read.journeys.both:
        since = JourneyLinks(partnership, cycle, read.journeys.then.cycle, basis)
        page |= {"since": read.journeys, "moved": journeys(read.journeys).overall, "journeys_address": since.page()}
    return render(request, "analysis/executive_summary.html", page)
