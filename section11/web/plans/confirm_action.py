"""Confirm that an action is done."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.confirm_action import confirm_action as confirm
from section11.challenge.queries.conflicts import is_conflicted
from section11.lib import clock
from section11.plans.queries.action_view import followed_action
from section11.plans.rules.transitions import can
from section11.web.account.held_form import held_initial
from section11.web.forms.plans import ConfirmForm
from section11.web.plans.tried import tried
from section11.web.request import PageRequest


def confirm_action(request: PageRequest, partnership: str, action_id: int) -> HttpResponse:
    """Open to officers; not to those who belong to the organisation. GET asks; POST does it, or shows what has changed."""
    viewer = request.viewer
    it = followed_action(viewer, action_id)
    if request.method != "POST" and (not can("confirm_action", it.view.state) or is_conflicted(viewer, it.invitation_id)):
        return redirect("followed_action", partnership=partnership, action_id=action_id)
    initial = {"version": it.view.version, **held_initial(request, ConfirmForm)}
    form = ConfirmForm(request.POST if request.method == "POST" else None, initial=initial)
    done = tried(request, form, lambda: confirm(viewer, action_id, note=form.cleaned_data["note"], version=form.seen, at=clock.now()))
    if done.saved:
        messages.success(request, "Confirmed. The organisation is told.")
        return redirect("followed_action", partnership=partnership, action_id=action_id)
    page = {"it": it, "view": it.view, "form": form, "conflict": done.conflict}
    return render(request, "plans/confirm_action.html", page, status=done.status)
