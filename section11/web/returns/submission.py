"""A submission as the partnership reads it: self-rating, last time's and agreed level in one line, challenges in place."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.note_look import note_look
from section11.challenge.queries.marks import marks
from section11.lib import clock
from section11.returns.queries.neighbours import neighbours
from section11.returns.queries.submission_view import submission as whole
from section11.web.request import PageRequest


def submission(request: PageRequest, partnership: str, reference: str) -> HttpResponse:
    """The whole of it, with the one before and after in the cycle, and its own earlier numbers.

    The first look is recorded and comes back to the same page; `?since=1` then says which number was read before.
    """
    looked = note_look(request.viewer, reference, at=clock.now())
    if looked.is_new and looked.before:
        return redirect(f"{request.path}?since={looked.before}")
    if looked.is_new:
        return redirect(request.path)
    view = whole(request.viewer, reference)
    around = neighbours(request.viewer, view.head)
    since = request.GET.get("since", "")
    page = {
        "view": view,
        "marks": marks(request.viewer, view.head.invitation_number),
        "neighbours": around,
        "is_latest": around.is_latest(view.head.number),
        "seen": next((one for one in around.numbers if str(one.number) == since and one.number < view.head.number), None),
    }
    return render(request, "returns/submission.html", page)
