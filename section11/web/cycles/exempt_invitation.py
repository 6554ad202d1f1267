"""Exempts a unit from an audit."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.cycles.operations import exempt_invitation as operation
from section11.cycles.queries.one_invitation import one_invitation
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.cycles import ReasonForm
from section11.web.request import PageRequest


def exempt_invitation(request: PageRequest, partnership: str, cycle: str, invitation: int) -> HttpResponse:
    """Open to officers."""
    told = one_invitation(request.viewer, cycle, invitation, at=now())
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            operation.exempt_invitation(request.viewer, cycle, invitation, reason=form.cleaned_data["reason"], at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, f"{told.who} is exempt from this audit.")
            return redirect("invitation", partnership=partnership, cycle=cycle, invitation=invitation)
    return render(request, "cycles/exempt_invitation.html", {"it": told, "form": form}, status=422 if form.errors else 200)
