"""Changes a planned panel's title, day, place or members."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations import change_panel as operation
from section11.challenge.queries.panel_view import panel_view
from section11.challenge.queries.who_may_sit import who_may_sit
from section11.lib.clock import now
from section11.lib.errors import Conflict, Refused
from section11.web.components.problems import add_problems
from section11.web.forms.panels import PanelForm
from section11.web.request import PageRequest


def change_panel(request: PageRequest, partnership: str, cycle: str, panel: int) -> HttpResponse:
    """Open to officers. Of two who change it at once, the second sees both."""
    view = panel_view(request.viewer, cycle, panel)
    head = view.head
    stands = {"title": head.title, "held_on": head.held_on, "where": head.where, "version": head.version}
    stands["members"] = [str(one.person_id) for one in view.members]
    people = who_may_sit(request.viewer, panel)
    form = PanelForm(request.POST if request.method == "POST" else None, people=people, initial=stands)
    conflict, status = None, 200
    if request.method == "POST" and form.is_valid():
        try:
            operation.change_panel(request.viewer, panel, form.text(), version=form.seen, at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        except Conflict as found:
            conflict, status = found, 409
        else:
            messages.success(request, "Saved. Those who were told before do not know of it yet: tell them from this page.")
            return redirect("panel", partnership=partnership, cycle=cycle, panel=panel)
    context = {"head": head, "form": form, "conflict": conflict}
    return render(request, "panels/change_panel.html", context, status=422 if form.errors else status)
