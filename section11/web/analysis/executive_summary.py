"""One page for the executive: response, bands, what is strong, what is weak, who is to be followed up."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.analysis.figures.compute import compute
from section11.analysis.queries.dataset import cycle_dataset
from section11.lib import clock
from section11.web.analysis.links import Links, basis_of
from section11.web.request import PageRequest


def executive_summary(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Prints to one sheet of A4. Every number is a link to its rows."""
    basis = basis_of(request)
    found = compute(cycle_dataset(request.viewer, cycle, basis))
    page = {"figures": found, "data": found.dataset, "to": Links(partnership, cycle, basis), "basis": basis, "today": clock.today()}
    return render(request, "analysis/executive_summary.html", page)
