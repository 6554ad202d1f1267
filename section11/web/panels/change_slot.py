"""Changes when a return has its time at a panel, or what will be asked."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations import change_slot as operation
from section11.challenge.queries.panel_view import panel_slot
from section11.lib.clock import now
from section11.lib.errors import Conflict, Refused
from section11.web.components.problems import add_problems
from section11.web.forms.panels import SlotForm
from section11.web.request import PageRequest


def change_slot(request: PageRequest, partnership: str, cycle: str, panel: int, slot: int) -> HttpResponse:
    """Open to officers. Who belongs to the organisation sees and writes no lines of enquiry."""
    head, _, it = panel_slot(request.viewer, cycle, panel, slot)
    stands = {name: getattr(it, name) for name in ("starts", "minutes", "enquiry", "shows_enquiry", "version")}
    posted = request.POST if request.method == "POST" else None
    form = SlotForm(posted, initial=stands, writes_enquiry=not it.conflicted)
    conflict, status = None, 200
    if request.method == "POST" and form.is_valid():
        try:
            text = form.text(shown_before=it.shows_enquiry)
            operation.change_slot(request.viewer, panel, slot, text, version=form.seen, at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        except Conflict as found:
            conflict, status = found, 409
        else:
            messages.success(request, f"Saved: {it.who}.")
            return redirect("panel", partnership=partnership, cycle=cycle, panel=panel)
    context = {"head": head, "it": it, "form": form, "conflict": conflict}
    return render(request, "panels/change_slot.html", context, status=422 if form.errors else status)
