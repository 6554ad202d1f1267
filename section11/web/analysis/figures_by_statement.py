"""How often each level was given to each statement of a cycle: the long table of its figures, each number a link to its rows."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.analysis.dataset import Basis
from section11.analysis.figures.compute import compute
from section11.analysis.queries.dataset import cycle_dataset
from section11.web.analysis.links import Links, audience_of, basis_of
from section11.web.request import PageRequest


def figures_by_statement(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """On the basis and for the audience that the address names: by default self-ratings, and all statements."""
    basis, audience = basis_of(request), audience_of(request)
    found = compute(cycle_dataset(request.viewer, cycle, basis, audience))
    to = Links(partnership, cycle, basis, audience or "", beside=True)
    page = {"figures": found, "data": found.dataset, "basis": basis, "bases": list(Basis), "to": to}
    return render(request, "analysis/figures_by_statement.html", page)
