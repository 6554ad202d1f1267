"""Changes a partnership's contact details and choices."""

from dataclasses import asdict
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations import edit_partnership as operation
from section11.directory.queries.partnership import partnership as partnership_of
from section11.lib.clock import now
from section11.web.forms.directory import PartnershipForm
from section11.web.plans.tried import tried
from section11.web.request import PageRequest


def edit_partnership(request: PageRequest, partnership: str) -> HttpResponse:
    """Open to officers. Who was slower than a colleague is shown both texts."""
    here = partnership_of(request.viewer)
    form = PartnershipForm(request.POST if request.method == "POST" else None, initial=asdict(here))
    done = tried(request, form, lambda: operation.edit_partnership(request.viewer, **_told(form), at=now()))
    if done.saved:
        messages.success(request, "Your changes are saved.")
        return redirect("edit_partnership", partnership=partnership)
    page = {"form": form, "here": here, "conflict": done.conflict}
    return render(request, "directory/edit_partnership.html", page, status=done.status)


def _told(form: PartnershipForm) -> dict[str, Any]:
    return {**form.cleaned_data, "version": form.cleaned_data["version"] or 0}
