"""Passes a return lead's place to the next, by an officer."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations.hand_over import hand_over
from section11.directory.queries.participations import participation as participation_of
from section11.directory.queries.people import other_roles, person_of_participation
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.directory.hand_over import only_lead
from section11.web.forms.directory import NextLeadForm
from section11.web.request import PageRequest


def replace_lead(request: PageRequest, partnership: str, participation: str, lead_membership: int) -> HttpResponse:
    """Open to officers, for a lead who has gone."""
    here = participation_of(request.viewer, participation)
    old = only_lead(person_of_participation(request.viewer, participation, lead_membership))
    others = other_roles(request.viewer, old)
    form = NextLeadForm(request.POST if request.method == "POST" else None, who=old.name, others=others)
    if request.method == "POST" and form.is_valid():
        try:
            new = hand_over(request.viewer, lead_membership, **form.cleaned_data, at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, f"{new.person.name} is the return lead of {here.name} now.")
            return redirect("show_organisation", partnership=partnership, participation=participation)
    return render(
        request,
        "directory/replace_lead.html",
        {"form": form, "old": old, "others": others, "here": here},
        status=422 if form.errors else 200,
    )
