"""Lets a colleague into the partnership."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.operations.admit_member import admit_member
from section11.directory.vocabulary import PARTNERSHIP_ROLES, ROLE_ABOUT
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.directory import MemberForm
from section11.web.request import PageRequest


def add_colleague(request: PageRequest, partnership: str) -> HttpResponse:
    """Open to officers."""
    form = MemberForm(request.POST if request.method == "POST" else None, roles=PARTNERSHIP_ROLES)
    if request.method == "POST" and form.is_valid():
        try:
            held = admit_member(request.viewer, **form.cleaned_data, at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, f"{held.person.name} can now sign in with {held.person.email}.")
            return redirect("colleagues", partnership=partnership)
    context = {"form": form, "about": {role.value: words for role, words in ROLE_ABOUT.items()}}
    return render(request, "directory/add_colleague.html", context, status=422 if form.errors else 200)
