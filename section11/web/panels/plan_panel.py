"""Plans a panel: its title, day, place and members."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations import plan_panel as operation
from section11.challenge.queries.who_may_sit import who_may_sit
from section11.cycles.queries.cycle_brief import cycle_brief
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.panels import PanelForm
from section11.web.request import PageRequest


def plan_panel(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers. The times come next, on the panel's own page."""
    setup = cycle_brief(request.viewer, cycle)
    form = PanelForm(request.POST if request.method == "POST" else None, people=who_may_sit(request.viewer))
    if request.method == "POST" and form.is_valid():
        try:
            made = operation.plan_panel(request.viewer, cycle, form.text(), at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, "The panel is planned. Now give returns a time. Nobody is told before you say so.")
            return redirect("panel", partnership=partnership, cycle=cycle, panel=made)
    return render(request, "panels/plan_panel.html", {"setup": setup, "form": form}, status=422 if form.errors else 200)
