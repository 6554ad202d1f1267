"""Approves a letter, after showing it once more and exactly who gets its link."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations import approve_letter as operation
from section11.challenge.queries.letter_view import draft_view, to_be_given
from section11.challenge.queries.recipients import recipients
from section11.lib.clock import now
from section11.lib.errors import Conflict, Refused
from section11.web.cycles.step import posted_version
from section11.web.request import PageRequest

CHANGED = "A colleague changed this letter after you opened this page. Read it again, then approve it"


def approve_letter(request: PageRequest, partnership: str, cycle: str, draft: int) -> HttpResponse:
    """Open to officers, never about their own organisation."""
    it = draft_view(request.viewer, cycle, draft)
    problems, status = {}, 200
    if request.method == "POST":
        try:
            operation.approve_letter(request.viewer, draft, version=posted_version(request), at=now())
        except Refused as refused:
            problems, status = refused.problems, 422
        except Conflict:
            problems, status = {"": CHANGED}, 409
        else:
            messages.success(request, f"The letter to {it.who} is approved. Its link is on the way.")
            return redirect("letter", partnership=partnership, cycle=cycle, letter=draft)
    if not it.is_draft and not problems:
        return redirect("letter", partnership=partnership, cycle=cycle, letter=draft)
    people = recipients(request.viewer, {it.unit_id})
    context = {"it": it, "people": people.get(it.unit_id), "given": to_be_given(it), "problems": problems}
    return render(request, "letters/approve_letter.html", context, status=status)
