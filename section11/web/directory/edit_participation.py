"""Corrects how an organisation is known in the partnership."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations import edit_participation as operation
from section11.directory.queries.participations import participation as participation_of
from section11.directory.queries.sectors import sectors
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.directory import ParticipationForm
from section11.web.request import PageRequest


def edit_participation(request: PageRequest, partnership: str, participation: str) -> HttpResponse:
    """Open to officers."""
    here = participation_of(request.viewer, participation)
    form = ParticipationForm(
        request.POST if request.method == "POST" else None,
        sectors=[(sector.key, sector.label) for sector in sectors(request.viewer)],
        initial={"name": here.name, "sector": here.sector_key, "duties": list(here.duties), "contract": here.contract},
    )
    if request.method == "POST" and form.is_valid():
        told = dict(form.cleaned_data)
        try:
            operation.edit_participation(request.viewer, participation, sector_key=told.pop("sector"), **told, at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, "Your changes are saved.")
            return redirect("show_organisation", partnership=partnership, participation=participation)
    return render(request, "directory/edit_participation.html", {"form": form, "here": here}, status=422 if form.errors else 200)
