"""Corrects how an organisation is known in the partnership."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations import edit_participation as operation
from section11.directory.queries.participations import ParticipationView
from section11.directory.queries.participations import participation as participation_of
from section11.directory.queries.sectors import sectors
from section11.lib.clock import now
from section11.web.forms.directory import ParticipationForm
from section11.web.plans.tried import tried
from section11.web.request import PageRequest


def edit_participation(request: PageRequest, partnership: str, participation: str) -> HttpResponse:
    """Open to officers. Who was slower than a colleague is shown both texts."""
    here = participation_of(request.viewer, participation)
    form = ParticipationForm(
        request.POST if request.method == "POST" else None,
        sectors=[(sector.key, sector.label) for sector in sectors(request.viewer)],
        initial=_stands(here),
    )
    done = tried(request, form, lambda: operation.edit_participation(request.viewer, participation, **_told(form), at=now()))
    if done.saved:
        messages.success(request, "Your changes are saved.")
        return redirect("show_organisation", partnership=partnership, participation=participation)
    page = {"form": form, "here": here, "conflict": done.conflict}
    return render(request, "directory/edit_participation.html", page, status=done.status)


def _stands(here: ParticipationView) -> dict[str, Any]:
    return {"name": here.name, "sector": here.sector_key, "duties": list(here.duties), "contract": here.contract, "version": here.version}


def _told(form: ParticipationForm) -> dict[str, Any]:
    told = dict(form.cleaned_data)
    return {"sector_key": told.pop("sector"), **told, "version": told["version"] or 0}
