"""Open an action again that was marked done."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.reopen_action import reopen_action as reopen
from section11.challenge.queries.conflicts import is_conflicted
from section11.lib import clock
from section11.plans.queries.action_view import followed_action
from section11.plans.rules.transitions import can
from section11.web.account.held_form import held_initial
from section11.web.forms.plans import ReopenForm
from section11.web.plans.tried import tried
from section11.web.request import PageRequest


def reopen_action(request: PageRequest, partnership: str, action_id: int) -> HttpResponse:
    """Open to officers; not to those who belong to the organisation. GET asks; POST does it, or shows what has changed."""
    viewer = request.viewer
    it = followed_action(viewer, action_id)
    if request.method != "POST" and (not can("reopen_action", it.view.state) or is_conflicted(viewer, it.invitation_id)):
        return redirect("followed_action", partnership=partnership, action_id=action_id)
    initial = {"version": it.view.version, **held_initial(request, ReopenForm)}
    form = ReopenForm(request.POST if request.method == "POST" else None, initial=initial)
    done = tried(request, form, lambda: reopen(viewer, action_id, form.cleaned_data["reason"], version=form.seen, at=clock.now()))
    if done.saved:
        messages.success(request, "The action is open again. The organisation is told.")
        return redirect("followed_action", partnership=partnership, action_id=action_id)
    page = {"it": it, "view": it.view, "form": form, "conflict": done.conflict}
    return render(request, "plans/reopen_action.html", page, status=done.status)
