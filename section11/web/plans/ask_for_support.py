"""Ask the partnership for support with an action."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.lib import clock
from section11.lib.words import listed
from section11.plans.operations.ask_for_support import ask_for_support as ask
from section11.plans.queries.action_view import own_action
from section11.plans.rules.transitions import can
from section11.web.account.held_form import held_initial
from section11.web.forms.plans import SupportForm
from section11.web.plans.tried import tried
from section11.web.request import PageRequest


def ask_for_support(request: PageRequest, organisation: str, action_id: int) -> HttpResponse:
    """GET shows the form; POST sends it, or shows both texts when somebody was faster."""
    own = own_action(request.viewer, action_id)
    if request.method != "POST" and not can("ask_for_support", own.view.state):
        return redirect("own_action", organisation=organisation, action_id=action_id)
    initial = {"version": own.view.version, **held_initial(request, SupportForm)}
    form = SupportForm(request.POST if request.method == "POST" else None, initial=initial)
    done = tried(request, form, lambda: ask(request.viewer, action_id, form.cleaned_data["text"], version=form.seen, at=clock.now()))
    if done.saved:
        messages.success(request, f"Sent. {listed([one.name for one in own.followers])} will see it and can answer here.")
        return redirect("own_action", organisation=organisation, action_id=action_id)
    page = {"own": own, "view": own.view, "form": form, "conflict": done.conflict}
    return render(request, "plans/ask_for_support.html", page, status=done.status)
