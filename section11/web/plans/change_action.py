"""Change what one action of the plan says."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.lib import clock
from section11.plans.operations.change_action import change_action as change
from section11.plans.queries.action_view import own_action
from section11.plans.rules.transitions import can
from section11.web.account.held_form import held_initial
from section11.web.forms.action import ActionForm
from section11.web.plans.tried import tried
from section11.web.request import PageRequest


def change_action(request: PageRequest, organisation: str, action_id: int) -> HttpResponse:
    """GET shows the action; POST saves it, or shows both texts when somebody was faster."""
    own = own_action(request.viewer, action_id)
    view = own.view
    if request.method != "POST" and not can("change_action", view.state):
        return redirect("own_action", organisation=organisation, action_id=action_id)
    stands = {name: getattr(view.text, name) for name in ActionForm.base_fields if hasattr(view.text, name)}
    initial = {**stands, "version": view.version, **held_initial(request, ActionForm)}
    form = ActionForm(request.POST if request.method == "POST" else None, initial=initial)
    done = tried(
        request,
        form,
        lambda: change(request.viewer, action_id, form.text(), version=form.cleaned_data["version"] or 0, at=clock.now()),
    )
    if done.saved:
        messages.success(request, "Action saved")
        return redirect(f"{reverse('improvement_plan', kwargs={'organisation': organisation})}#action-{action_id}")
    page = {"own": own, "view": view, "form": form, "conflict": done.conflict}
    return render(request, "plans/change_action.html", page, status=done.status)
