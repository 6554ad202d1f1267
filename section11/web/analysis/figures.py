"""The figures of a cycle: each a fraction, each number a link to its rows, each chart with its table beside it."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.analysis.dataset import Basis
from section11.analysis.figures.compute import compute
from section11.analysis.queries.dataset import cycle_dataset
from section11.web.analysis.links import Links, basis_of
from section11.web.request import PageRequest


def figures(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """On the basis named in the address: self (default) or agreed."""
    basis = basis_of(request)
    found = compute(cycle_dataset(request.viewer, cycle, basis))
    page = {"figures": found, "data": found.dataset, "basis": basis, "bases": list(Basis), "to": Links(partnership, cycle, basis)}
    return render(request, "analysis/figures.html", page)
