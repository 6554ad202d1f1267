"""Passes a return lead's place to the next, by the lead."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations import hand_over as operation
from section11.directory.queries.people import MemberRow, other_roles, person_whom_viewer_manages
from section11.directory.vocabulary import Role
from section11.lib.clock import now
from section11.lib.errors import Absent, Refused
from section11.web.components.problems import add_problems
from section11.web.forms.directory import NextLeadForm
from section11.web.request import PageRequest


def hand_over(request: PageRequest, organisation: str, lead_membership: int) -> HttpResponse:
    """Open to return leads, for the units they lead."""
    old = only_lead(person_whom_viewer_manages(request.viewer, lead_membership))
    others = other_roles(request.viewer, old)
    form = NextLeadForm(request.POST if request.method == "POST" else None, who=old.name, others=others)
    if request.method == "POST" and form.is_valid():
        try:
            new = operation.hand_over(request.viewer, lead_membership, **form.cleaned_data, at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, f"{new.person.name} is the return lead now, and can sign in with {new.person.email}.")
            stays = others and not form.cleaned_data.get("leaves")
            return redirect("start_here") if old.is_viewer and not stays else redirect("organisation_people", organisation=organisation)
    return render(request, "directory/hand_over.html", {"form": form, "old": old, "others": others}, status=422 if form.errors else 200)


def only_lead(held: MemberRow) -> MemberRow:
    """Only a return lead's place is handed over."""
    if held.role is not Role.RETURN_LEAD:
        raise Absent
    return held
