"""All evidence of a return's unit."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.evidence.queries import evidence_of_unit
from section11.returns.queries.citations import citations
from section11.returns.queries.head import return_head
from section11.web.request import PageRequest


def evidence_list(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """Each piece, and the statements of this return that cite it."""
    head = return_head(request.viewer, return_id)
    page = {"head": head, "items": evidence_of_unit(request.viewer, head.unit_id), "cited": citations(head)}
    return render(request, "returns/evidence_list.html", page)
