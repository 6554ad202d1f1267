"""How often each level was given to each statement of a cycle: the long table of its figures, each number a link to its rows."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.analysis.dataset import Basis
from section11.analysis.figures.compute import compute
from section11.analysis.queries.dataset import cycle_dataset
from section11.web.analysis.links import Links, basis_of
from section11.web.request import PageRequest


def figures_by_statement(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """On the basis named in the address: self (default) or agreed."""
    basis = basis_of(request)
    found = compute(cycle_dataset(request.viewer, cycle, basis))
    to = Links(partnership, cycle, basis, beside=True)
    page = {"figures": found, "data": found.dataset, "basis": basis, "bases": list(Basis), "to": to}
    return render(request, "analysis/figures_by_statement.html", page)
