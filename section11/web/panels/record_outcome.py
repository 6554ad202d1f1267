"""Enters what a panel made of a return: one return after the other, on a phone as well."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations import record_outcome as operation
from section11.challenge.queries.panel_view import SlotRow, panel_slot
from section11.lib.clock import now, today
from section11.lib.errors import Absent, Conflict, Refused
from section11.web.account.held_form import held_initial, release_held_form
from section11.web.components.problems import add_problems
from section11.web.forms.panels import OutcomeForm
from section11.web.request import PageRequest


def record_outcome(request: PageRequest, partnership: str, cycle: str, panel: int, slot: int) -> HttpResponse:
    """Open to officers, and to reviewers who sit on the panel; never about their own organisation."""
    head, slots, it = panel_slot(request.viewer, cycle, panel, slot)
    if not head.enters or it.conflicted:
        raise Absent
    before, after = beside(slots, it)
    stands = {"outcome": it.outcome.value, "note": it.note, "version": it.version, **held_initial(request, OutcomeForm)}
    form = OutcomeForm(request.POST if request.method == "POST" else None, initial=stands)
    conflict, status = None, 200
    if request.method == "POST" and form.is_valid():
        typed = form.cleaned_data
        try:
            operation.record_outcome(request.viewer, panel, slot, outcome=typed["outcome"], note=typed["note"], version=form.seen, at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        except Conflict as found:
            conflict, status = found, 409
        else:
            release_held_form(request)
            messages.success(request, f"Saved: {it.who}.")
            if after and "next" in request.POST:
                return redirect("record_outcome", partnership=partnership, cycle=cycle, panel=panel, slot=after.slot_id)
            return redirect("panel", partnership=partnership, cycle=cycle, panel=panel)
    context = {
        "head": head,
        "it": it,
        "form": form,
        "conflict": conflict,
        "before": before,
        "after": after,
        "place": slots.index(it) + 1,
        "in_all": len(slots),
        "has_come": head.held_on <= today(),
    }
    return render(request, "panels/record_outcome.html", context, status=422 if form.errors else status)


def beside(slots: tuple[SlotRow, ...], it: SlotRow) -> tuple[SlotRow | None, SlotRow | None]:
    """The times before and after one; those of the viewer's own organisation are passed over."""
    place = slots.index(it)
    before = next((one for one in reversed(slots[:place]) if not one.conflicted), None)
    after = next((one for one in slots[place + 1 :] if not one.conflicted), None)
    return before, after
