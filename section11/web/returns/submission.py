"""A submission as the partnership reads it: self-rating, last time's and agreed level in one line, challenges in place."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.marks import marks
from section11.returns.queries.neighbours import neighbours
from section11.returns.queries.submission_view import submission as whole
from section11.web.request import PageRequest


def submission(request: PageRequest, partnership: str, reference: str) -> HttpResponse:
    """The whole of it, with the one before and after in the cycle, and its own earlier numbers."""
    view = whole(request.viewer, reference)
    around = neighbours(request.viewer, view.head)
    page = {
        "view": view,
        "marks": marks(request.viewer, view.head.invitation_number),
        "neighbours": around,
        "is_latest": around.is_latest(view.head.number),
    }
    return render(request, "returns/submission.html", page)
