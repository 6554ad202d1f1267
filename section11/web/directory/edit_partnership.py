"""Changes a partnership's contact details and choices."""

from dataclasses import asdict

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations import edit_partnership as operation
from section11.directory.queries.partnership import partnership as partnership_of
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.directory import PartnershipForm
from section11.web.request import PageRequest


def edit_partnership(request: PageRequest, partnership: str) -> HttpResponse:
    """Open to officers."""
    here = partnership_of(request.viewer)
    form = PartnershipForm(request.POST if request.method == "POST" else None, initial=asdict(here))
    if request.method == "POST" and form.is_valid():
        try:
            operation.edit_partnership(request.viewer, **form.cleaned_data, at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, "Your changes are saved.")
            return redirect("edit_partnership", partnership=partnership)
    return render(request, "directory/edit_partnership.html", {"form": form, "here": here}, status=422 if form.errors else 200)
