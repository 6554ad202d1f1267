"""Says which organisation an officer or reviewer works in."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations import declare_home_organisation as operation
from section11.directory.queries.participations import participation_choices
from section11.directory.queries.people import colleague
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.directory import HomeForm
from section11.web.request import PageRequest


def declare_home_organisation(request: PageRequest, partnership: str, membership: int) -> HttpResponse:
    """Open to officers, for themselves and for reviewers."""
    held = colleague(request.viewer, membership)
    places = participation_choices(request.viewer)
    present = next((slug for slug, _, organisation_id in places if organisation_id == held.home_id), "")
    form = HomeForm(
        request.POST if request.method == "POST" else None,
        places=[(slug, name) for slug, name, _ in places],
        initial={"participation": present},
    )
    if request.method == "POST" and form.is_valid():
        try:
            operation.declare_home_organisation(request.viewer, membership, participation=form.cleaned_data["participation"], at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, f"{held.name}'s home organisation is saved.")
            return redirect("colleagues", partnership=partnership)
    return render(request, "directory/declare_home_organisation.html", {"form": form, "held": held}, status=422 if form.errors else 200)
