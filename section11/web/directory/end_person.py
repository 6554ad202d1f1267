"""Ends a person's role in an organisation, by an officer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations.end_membership import end_membership
from section11.directory.queries.participations import participation as participation_of
from section11.directory.queries.people import person_of_participation
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.request import PageRequest


def end_person(request: PageRequest, partnership: str, participation: str, unit_membership: int) -> HttpResponse:
    """Open to officers: asks first."""
    here = participation_of(request.viewer, participation)
    held = person_of_participation(request.viewer, participation, unit_membership)
    problems = {}
    if request.method == "POST":
        try:
            end_membership(request.viewer, unit_membership, at=now())
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, f"{held.name} is no longer {held.role_words.lower()} of {here.name}.")
            return redirect("show_organisation", partnership=partnership, participation=participation)
    context = {"held": held, "here": here, "problems": problems}
    return render(request, "directory/end_person.html", context, status=422 if problems else 200)
