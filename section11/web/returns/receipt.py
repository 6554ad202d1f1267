"""The receipt of a submission."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.returns.queries.head import return_head
from section11.returns.queries.submissions import submission_head
from section11.web.request import PageRequest


def receipt(request: PageRequest, organisation: str, return_id: int, reference: str) -> HttpResponse:
    """The reference, what the partnership does now, and how to amend."""
    page = {
        "head": return_head(request.viewer, return_id),
        "submission": submission_head(request.viewer, reference, return_id=return_id),
    }
    return render(request, "returns/receipt.html", page)
