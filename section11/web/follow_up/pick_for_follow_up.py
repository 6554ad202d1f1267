"""Picks a return for follow-up."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations import pick_for_follow_up as operation
from section11.cycles.queries.ladder import chasing_of
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.follow_up import PickForm
from section11.web.request import PageRequest


def pick_for_follow_up(request: PageRequest, partnership: str, cycle: str, invitation: int) -> HttpResponse:
    """Open to officers."""
    told = chasing_of(request.viewer, cycle, invitation)
    form = PickForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        try:
            made = operation.pick_for_follow_up(request.viewer, cycle, invitation, note=request.POST.get("note", ""), at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, "The return is brought to the strategic lead.")
            return redirect("follow_up", partnership=partnership, cycle=cycle, follow_up=made)
    return render(request, "follow_up/pick_for_follow_up.html", {"it": told, "form": form}, status=422 if form.errors else 200)
