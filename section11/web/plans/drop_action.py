"""Take an action out of the plan."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.lib import clock
from section11.plans.operations.drop_action import drop_action as drop
from section11.plans.queries.action_view import own_action
from section11.plans.rules.transitions import can
from section11.web.account.held_form import held_initial
from section11.web.forms.plans import DropForm
from section11.web.plans.tried import tried
from section11.web.request import PageRequest


def drop_action(request: PageRequest, organisation: str, action_id: int) -> HttpResponse:
    """GET asks; POST does it, with the reason where a partnership follows the action."""
    own = own_action(request.viewer, action_id)
    if request.method != "POST" and not can("drop_action", own.view.state):
        return redirect("own_action", organisation=organisation, action_id=action_id)
    form = DropForm(request.POST if request.method == "POST" else None, initial=held_initial(request, DropForm))
    done = tried(request, form, lambda: drop(request.viewer, action_id, reason=form.cleaned_data["reason"], at=clock.now()))
    if done.saved:
        messages.success(request, "Action taken out of the plan")
        return redirect("improvement_plan", organisation=organisation)
    return render(request, "plans/drop_action.html", {"own": own, "view": own.view, "form": form}, status=done.status)
