"""Withdraws invitations: who is meant and who is not, the reason, then the withdrawal."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.cycles.operations import withdraw_invitations as operation
from section11.cycles.queries.cycle_brief import cycle_brief
from section11.cycles.rules.chasing import why_not_withdrawn
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.lib.words import plural
from section11.web.components.problems import add_problems
from section11.web.cycles.register_address import register_address, rows_chosen
from section11.web.forms.cycles import ReasonForm
from section11.web.request import PageRequest


def withdraw_invitations(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers."""
    setup = cycle_brief(request.viewer, cycle)
    told = [(row, why_not_withdrawn(row.standing)) for row in rows_chosen(request, cycle)]
    leaving = [row for row, why in told if not why]
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            ids = [row.invitation_id for row in leaving]
            gone = operation.withdraw_invitations(request.viewer, cycle, ids, reason=form.cleaned_data["reason"], at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, f"{plural(gone, 'invitation is', 'invitations are')} withdrawn.")
            return redirect(register_address(request, partnership, cycle))
    context = {
        "setup": setup,
        "form": form,
        "leaving": leaving,
        "left_out": [(row, why) for row, why in told if why],
        "back": register_address(request, partnership, cycle),
    }
    return render(request, "cycles/withdraw_invitations.html", context, status=422 if form.errors else 200)
