"""Ends a person's role in a unit, by its return lead."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations import end_membership as operation
from section11.directory.queries.people import person_whom_viewer_manages
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.request import PageRequest


def end_membership(request: PageRequest, organisation: str, unit_membership: int) -> HttpResponse:
    """Open to return leads, for the units they lead: asks first."""
    held = person_whom_viewer_manages(request.viewer, unit_membership)
    problems = {}
    if request.method == "POST":
        try:
            operation.end_membership(request.viewer, unit_membership, at=now())
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, f"{held.name} is no longer {held.role_words.lower()}.")
            return redirect("start_here") if held.is_viewer else redirect("organisation_people", organisation=organisation)
    return render(request, "directory/end_membership.html", {"held": held, "problems": problems}, status=422 if problems else 200)
