"""Gives a colleague another role."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations import change_role as operation
from section11.directory.queries.people import colleague
from section11.directory.vocabulary import PARTNERSHIP_ROLES, ROLE_ABOUT
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.directory import RoleForm
from section11.web.request import PageRequest


def change_role(request: PageRequest, partnership: str, membership: int) -> HttpResponse:
    """Open to officers."""
    held = colleague(request.viewer, membership)
    form = RoleForm(request.POST if request.method == "POST" else None, roles=PARTNERSHIP_ROLES, initial={"role": held.role.value})
    if request.method == "POST" and form.is_valid():
        try:
            operation.change_role(request.viewer, membership, role=form.cleaned_data["role"], at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, f"{held.name}'s role is changed.")
            return redirect("start_here") if held.is_viewer else redirect("colleagues", partnership=partnership)
    context = {"form": form, "held": held, "about": {role.value: words for role, words in ROLE_ABOUT.items()}}
    return render(request, "directory/change_role.html", context, status=422 if form.errors else 200)
