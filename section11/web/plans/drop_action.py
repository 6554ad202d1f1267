"""Take an action out of the plan."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.lib import clock
from section11.plans.operations.drop_action import drop_action as drop
from section11.plans.queries import action as find
from section11.web.request import PageRequest


def drop_action(request: PageRequest, organisation: str, action_id: int) -> HttpResponse:
    """GET asks; POST does it."""
    stands = find(request.viewer, action_id)
    if request.method == "POST":
        drop(request.viewer, action_id, at=clock.now())
        messages.success(request, "Action taken out of the plan")
        return redirect("improvement_plan", organisation=organisation)
    return render(request, "plans/drop_action.html", {"action": stands})
