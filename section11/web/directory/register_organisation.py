"""The form in which an organisation asks to take part."""

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from section11.cycles.queries.fit_questions import fit_questions
from section11.directory.operations import register_organisation as operation
from section11.directory.queries.registrations import open_for_registration
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.directory import RegistrationForm

TOO_OFTEN = "Several organisations have registered from your network just now. Try again later, or write to the partnership"


def register_organisation(request: HttpRequest, partnership: str) -> HttpResponse:
    """Open to all, as often as is sensible from one network."""
    here = open_for_registration(partnership)
    asked = fit_questions(partnership)
    form = RegistrationForm(
        request.POST if request.method == "POST" else None,
        sectors=[(sector.key, sector.label) for sector in here.sectors],
        fit=[one.question for one in asked],
    )
    if request.method == "POST" and form.is_valid():
        if not ratelimit.consume(request, action="register_organisation"):
            form.add_error(None, TOO_OFTEN)
            return render(request, "directory/register_organisation.html", {"form": form, "here": here}, status=429)
        told = dict(form.cleaned_data)
        fit = [operation.FitAnswer(one.question, one.fits, told.pop(f"fit-{n}") == "yes") for n, one in enumerate(asked)]
        try:
            operation.register_organisation(partnership, sector_key=told.pop("sector"), **told, fit=fit, at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            return redirect("registration_sent", partnership=partnership)
    return render(request, "directory/register_organisation.html", {"form": form, "here": here}, status=422 if form.errors else 200)
