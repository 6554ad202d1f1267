"""Answer an organisation that asked for support with an action."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.reply_to_support import reply_to_support as reply
from section11.challenge.queries.conflicts import is_conflicted
from section11.lib import clock
from section11.plans.queries.action_view import followed_action
from section11.plans.rules.transitions import can
from section11.web.account.held_form import held_initial
from section11.web.forms.plans import ReplyForm
from section11.web.plans.tried import tried
from section11.web.request import PageRequest


def reply_to_support(request: PageRequest, partnership: str, action_id: int) -> HttpResponse:
    """Open to officers; not to those who belong to the organisation. GET asks; POST does it, or shows what has changed."""
    viewer = request.viewer
    it = followed_action(viewer, action_id)
    if request.method != "POST" and (not can("reply_to_support", it.view.state) or is_conflicted(viewer, it.invitation_id)):
        return redirect("followed_action", partnership=partnership, action_id=action_id)
    initial = {"version": it.view.version, **held_initial(request, ReplyForm)}
    form = ReplyForm(request.POST if request.method == "POST" else None, initial=initial)
    done = tried(request, form, lambda: reply(viewer, action_id, form.cleaned_data["text"], version=form.seen, at=clock.now()))
    if done.saved:
        messages.success(request, "Sent. The organisation is told.")
        return redirect("followed_action", partnership=partnership, action_id=action_id)
    page = {"it": it, "view": it.view, "form": form, "conflict": done.conflict}
    return render(request, "plans/reply_to_support.html", page, status=done.status)
