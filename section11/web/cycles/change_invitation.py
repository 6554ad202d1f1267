"""Changes what an invitation asks before its audit opens."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.cycles.operations import change_invitation as operation
from section11.cycles.queries.one_invitation import one_invitation
from section11.lib.clock import now
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.cycles import FORM_HINTS, ChangeInvitationForm
from section11.web.request import PageRequest


def change_invitation(request: PageRequest, partnership: str, cycle: str, invitation: int) -> HttpResponse:
    """Open to officers."""
    told = one_invitation(request.viewer, cycle, invitation, at=now())
    form = ChangeInvitationForm(request.POST if request.method == "POST" else None, initial={"form": told.form, "due": told.own_due})
    if request.method == "POST" and form.is_valid():
        try:
            operation.change_invitation(request.viewer, cycle, invitation, **form.cleaned_data, at=now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, f"The invitation of {told.who} is changed.")
            return redirect("invitation", partnership=partnership, cycle=cycle, invitation=invitation)
    context = {"it": told, "form": form, "hints": FORM_HINTS}
    return render(request, "cycles/change_invitation.html", context, status=422 if form.errors else 200)
