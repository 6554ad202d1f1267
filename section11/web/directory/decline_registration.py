"""Turns down an organisation that registered itself."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations import decline_registration as operation
from section11.directory.queries.registrations import registration as registration_of
from section11.directory.vocabulary import RegistrationState
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.directory import DeclineForm
from section11.web.request import PageRequest


def decline_registration(request: PageRequest, partnership: str, registration: int) -> HttpResponse:
    """Open to officers."""
    asked = registration_of(request.viewer, registration)
    form = DeclineForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            operation.decline_registration(request.viewer, registration, reason=form.cleaned_data["reason"], at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, f"{asked.organisation_name} is declined.")
            return redirect("registrations", partnership=partnership)
    context = {"form": form, "asked": asked, "waits": asked.state is RegistrationState.WAITING}
    return render(request, "directory/decline_registration.html", context, status=422 if form.errors else 200)
