"""Gives invitations a later due date: the date, what changes for whom, then the change."""

from datetime import date

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.cycles.operations import extend_invitations as operation
from section11.cycles.queries.cycle_brief import cycle_brief
from section11.cycles.rules.chasing import extension_problem, why_not_extended
from section11.cycles.vocabulary import CycleState
from section11.lib.clock import now, today
from section11.lib.dates import due_words
from section11.lib.errors import Refused
from section11.lib.words import plural
from section11.web.components.problems import add_problems
from section11.web.cycles.register_address import register_address, rows_chosen
from section11.web.forms.cycles import ExtendForm
from section11.web.request import PageRequest

NOT_OPEN = "Due dates can be extended while an audit is open, and this one is not"


def extend_invitations(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers. `step` is what a button asks for: preview, extend, or nothing to change the date."""
    setup = cycle_brief(request.viewer, cycle)
    rows = rows_chosen(request, cycle)
    form = ExtendForm(request.POST if "step" in request.POST else None)
    step, due = request.POST.get("step", ""), None
    if step in ("preview", "extend") and form.is_valid():
        due = form.cleaned_data["due"]
        problem = extension_problem(due, opens=setup.opens, today=today()) if setup.state is CycleState.OPEN else NOT_OPEN
        if problem:
            form.add_error("due", problem)
    told = [(row, why_not_extended(row.standing, due) if isinstance(due, date) and not form.errors else "") for row in rows]
    changing = [row for row, why in told if not why]
    if due and not form.errors and not changing:
        form.add_error(None, "None of those chosen can be extended to this date. The list says why")
    if step == "extend" and due and not form.errors:
        try:
            changed = operation.extend_invitations(request.viewer, cycle, [row.invitation_id for row in changing], due=due, at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, f"{plural(changed, 'return is', 'returns are')} now due on {due_words(due)}.")
            return redirect(register_address(request, partnership, cycle))
    context = {
        "setup": setup,
        "form": form,
        "rows": rows,
        "changing": changing,
        "left_out": [(row, why) for row, why in told if why],
        "due": due if not form.errors else None,
        "back": register_address(request, partnership, cycle),
    }
    return render(request, "cycles/extend_invitations.html", context, status=422 if form.errors else 200)
