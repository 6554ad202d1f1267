"""Lets a person into an organisation, by an officer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations.admit_member import admit_member
from section11.directory.queries.participations import participation as participation_of
from section11.directory.vocabulary import ROLE_ABOUT, UNIT_ROLES
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.directory import MemberForm
from section11.web.request import PageRequest


def add_person(request: PageRequest, partnership: str, participation: str) -> HttpResponse:
    """Open to officers."""
    here = participation_of(request.viewer, participation)
    units = [(str(unit.unit_id), unit.name) for unit in here.units]
    form = MemberForm(request.POST if request.method == "POST" else None, roles=UNIT_ROLES, units=units)
    if request.method == "POST" and form.is_valid():
        told = dict(form.cleaned_data)
        try:
            held = admit_member(request.viewer, unit_id=int(told.pop("unit", units[0][0])), **told, at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, f"{held.person.name} can now sign in with {held.person.email}.")
            return redirect("show_organisation", partnership=partnership, participation=participation)
    context = {"form": form, "here": here, "about": {role.value: words for role, words in ROLE_ABOUT.items()}}
    return render(request, "directory/add_person.html", context, status=422 if form.errors else 200)
