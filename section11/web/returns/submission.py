"""A submission as the partnership reads it: self-rating and agreed level side by side."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.agreed_levels import agreed_levels
from section11.returns.queries.neighbours import neighbours
from section11.returns.queries.submission_view import submission as whole
from section11.returns.queries.submissions import submissions_of_invitation
from section11.web.request import PageRequest


def submission(request: PageRequest, partnership: str, reference: str) -> HttpResponse:
    """The whole of it, with the one before and after in the cycle, and its own earlier numbers."""
    view = whole(request.viewer, reference)
    page = {
        "view": view,
        "agreed": agreed_levels(request.viewer, view.head.invitation_number),
        "numbers": submissions_of_invitation(request.viewer, view.head.invitation_number),
        "neighbours": neighbours(request.viewer, view.head),
    }
    return render(request, "returns/submission.html", page)
