"""Take back that an action is done."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.lib import clock
from section11.plans.operations.resume_action import resume_action as resume
from section11.plans.queries.action_view import own_action
from section11.plans.rules.transitions import can
from section11.web.forms.plans import VersionedForm
from section11.web.plans.tried import tried
from section11.web.request import PageRequest


def resume_action(request: PageRequest, organisation: str, action_id: int) -> HttpResponse:
    """GET asks; POST does it."""
    own = own_action(request.viewer, action_id)
    if request.method != "POST" and not can("resume_action", own.view.state):
        return redirect("own_action", organisation=organisation, action_id=action_id)
    form = VersionedForm(request.POST if request.method == "POST" else None, initial={"version": own.view.version})
    done = tried(request, form, lambda: resume(request.viewer, action_id, version=form.seen, at=clock.now()))
    if done.saved:
        messages.success(request, "The action is open again")
        return redirect("own_action", organisation=organisation, action_id=action_id)
    page = {"own": own, "view": own.view, "form": form, "conflict": done.conflict}
    return render(request, "plans/resume_action.html", page, status=done.status)
