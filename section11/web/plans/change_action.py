"""Change one action of the plan."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.lib import clock
from section11.lib.errors import Conflict, Refused
from section11.plans.operations.change_action import change_action as change
from section11.plans.queries import action as find
from section11.web.components.problems import add_problems
from section11.web.forms.action import ActionForm
from section11.web.request import PageRequest


def change_action(request: PageRequest, organisation: str, action_id: int) -> HttpResponse:
    """GET shows the action; POST saves it, or shows both texts when somebody was faster."""
    stands = find(request.viewer, action_id)
    text = stands.text
    initial = {name: getattr(text, name) for name in ActionForm.base_fields if hasattr(text, name)} | {"version": stands.version}
    form = ActionForm(request.POST if request.method == "POST" else None, initial=initial)
    conflict: Conflict | None = None
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                change(request.viewer, action_id, form.text(), version=form.cleaned_data["version"] or 0, at=clock.now())
            except Conflict as faster:
                conflict, status = faster, 409
                form = ActionForm({**request.POST.dict(), "version": str(faster.version)}, initial=initial)
            except Refused as refused:
                add_problems(form, refused.problems)
            else:
                messages.success(request, "Action saved")
                return redirect("improvement_plan", organisation=organisation)
    return render(request, "plans/change_action.html", {"form": form, "action": stands, "conflict": conflict}, status=status)
