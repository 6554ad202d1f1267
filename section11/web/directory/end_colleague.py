"""Ends a colleague's role."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations.end_membership import end_membership
from section11.directory.queries.people import colleague
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.request import PageRequest


def end_colleague(request: PageRequest, partnership: str, membership: int) -> HttpResponse:
    """Open to officers: asks first."""
    held = colleague(request.viewer, membership)
    problems = {}
    if request.method == "POST":
        try:
            end_membership(request.viewer, membership, at=now())
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, f"{held.name} is no longer {held.role_words.lower()} here.")
            return redirect("start_here") if held.is_viewer else redirect("colleagues", partnership=partnership)
    context = {"held": held, "problems": problems}
    return render(request, "directory/end_colleague.html", context, status=422 if problems else 200)
