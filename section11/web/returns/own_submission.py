"""One of the organisation's own submissions, to read and print."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.agreed_levels import agreed_levels
from section11.returns.queries.head import return_head
from section11.returns.queries.submission_view import submission
from section11.web.request import PageRequest


def own_submission(request: PageRequest, organisation: str, return_id: int, reference: str) -> HttpResponse:
    """Exactly what the partnership received, and beside it the levels agreed after challenge."""
    head = return_head(request.viewer, return_id)
    view = submission(request.viewer, reference)
    agreed = agreed_levels(request.viewer, view.head.invitation_number)
    return render(request, "returns/own_submission.html", {"head": head, "view": view, "agreed": agreed})
