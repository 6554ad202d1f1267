"""Discards the draft of a letter."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations import discard_letter as operation
from section11.challenge.queries.letter_view import draft_view
from section11.lib.clock import now
from section11.lib.errors import Conflict, Refused
from section11.web.cycles.step import posted_version
from section11.web.letters.approve_letter import CHANGED
from section11.web.request import PageRequest


def discard_letter(request: PageRequest, partnership: str, cycle: str, draft: int) -> HttpResponse:
    """Open to officers, never about their own organisation."""
    it = draft_view(request.viewer, cycle, draft)
    problems, status = {}, 200
    if request.method == "POST":
        try:
            operation.discard_letter(request.viewer, draft, version=posted_version(request), at=now())
        except Refused as refused:
            problems, status = refused.problems, 422
        except Conflict:
            problems, status = {"": CHANGED}, 409
        else:
            messages.success(request, f"The draft of the letter to {it.who} is gone.")
            return redirect("letters", partnership=partnership, cycle=cycle)
    return render(request, "letters/discard_letter.html", {"it": it, "problems": problems}, status=status)
