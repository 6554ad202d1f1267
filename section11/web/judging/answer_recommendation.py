"""Say why no action follows from a recommendation."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.answer_recommendation import answer_recommendation as answer
from section11.challenge.queries.recommendations import given_recommendation
from section11.lib import clock
from section11.lib.errors import Conflict, Refused
from section11.web.account.held_form import held_initial, release_held_form
from section11.web.components.problems import add_problems
from section11.web.forms.judging import AnswerForm
from section11.web.request import PageRequest


def answer_recommendation(request: PageRequest, organisation: str, given: int) -> HttpResponse:
    """Open to return leads."""
    one = given_recommendation(request.viewer, given)
    posted = request.POST.copy() if request.method == "POST" else None
    form = AnswerForm(posted, initial={"answer": one.answer, "version": one.version, **held_initial(request, AnswerForm)})
    conflict: Conflict | None = None
    status = 200
    if posted is not None:
        status = 422
        if form.is_valid():
            told = form.cleaned_data
            try:
                answer(request.viewer, given, told["answer"], version=told["version"] or 0, at=clock.now())
            except Conflict as faster:
                conflict, status = faster, 409
                posted["version"] = str(faster.version)
                form = AnswerForm(posted)
            except Refused as refused:
                add_problems(form, refused.problems)
            else:
                release_held_form(request)
                messages.success(request, "Your answer is saved. The partnership can read it.")
                return redirect("recommendations", organisation=organisation)
    return render(request, "judging/answer_recommendation.html", {"one": one, "form": form, "conflict": conflict}, status=status)
