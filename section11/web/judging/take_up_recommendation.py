"""Take a recommendation up as an action of the improvement plan."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.take_up_recommendation import take_up_recommendation as take_up
from section11.challenge.queries.recommendations import given_recommendation
from section11.lib import clock
from section11.lib.errors import Refused
from section11.web.account.held_form import held_initial, release_held_form
from section11.web.components.problems import add_problems
from section11.web.forms.action import NewActionForm
from section11.web.request import PageRequest


def take_up_recommendation(request: PageRequest, organisation: str, given: int) -> HttpResponse:
    """Open to return leads. The recommendation's own words stand in the first box."""
    one = given_recommendation(request.viewer, given)
    form = NewActionForm(
        request.POST if request.method == "POST" else None, initial={"what": one.text, **held_initial(request, NewActionForm)}
    )
    if request.method == "POST" and form.is_valid():
        try:
            take_up(request.viewer, given, form.text(), at=clock.now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            release_held_form(request)
            messages.success(
                request, "The action is in your improvement plan, and the partnership sees that you took its recommendation up."
            )
            return redirect("improvement_plan", organisation=organisation)
    return render(request, "judging/take_up_recommendation.html", {"one": one, "form": form}, status=422 if form.errors else 200)
