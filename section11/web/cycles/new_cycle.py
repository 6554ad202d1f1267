"""Starts the set-up of a new audit."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.cycles.operations.draft_cycle import draft_cycle
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.cycles import TitleForm
from section11.web.request import PageRequest


def new_cycle(request: PageRequest, partnership: str) -> HttpResponse:
    """Open to officers."""
    form = TitleForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            cycle = draft_cycle(request.viewer, title=form.cleaned_data["title"], at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            return redirect("cycle_setup", partnership=partnership, cycle=cycle.slug)
    return render(request, "cycles/new_cycle.html", {"form": form}, status=422 if form.errors else 200)
