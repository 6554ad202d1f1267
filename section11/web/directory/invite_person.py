"""Lets a person into a unit, by its return lead."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations.admit_member import admit_member
from section11.directory.queries.units import units
from section11.directory.vocabulary import ROLE_ABOUT, UNIT_ROLES
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.directory import MemberForm
from section11.web.request import PageRequest


def invite_person(request: PageRequest, organisation: str) -> HttpResponse:
    """Open to return leads, for the units they lead."""
    led = [(str(unit.unit_id), unit.name) for unit in units(request.viewer) if unit.led]
    form = MemberForm(request.POST if request.method == "POST" else None, roles=UNIT_ROLES, units=led)
    if request.method == "POST" and form.is_valid():
        told = dict(form.cleaned_data)
        try:
            held = admit_member(request.viewer, unit_id=int(told.pop("unit", led[0][0])), **told, at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, f"{held.person.name} can now sign in with {held.person.email}.")
            return redirect("organisation_people", organisation=organisation)
    context = {"form": form, "about": {role.value: words for role, words in ROLE_ABOUT.items()}}
    return render(request, "directory/invite_person.html", context, status=422 if form.errors else 200)
