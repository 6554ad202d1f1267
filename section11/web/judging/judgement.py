"""How a return is judged, on one page: standard by standard, and what is recommended on the whole of it."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.write_recommendation import write_recommendation
from section11.challenge.queries.judged_return import judged_return
from section11.challenge.vocabulary import EVIDENCE_STRENGTH_WORDS
from section11.directory.vocabulary import Role
from section11.lib import clock
from section11.lib.errors import Absent, Refused
from section11.web.account.held_form import held_initial, release_held_form
from section11.web.components.problems import add_problems
from section11.web.forms.judging import RecommendForm
from section11.web.request import PageRequest


def judgement(request: PageRequest, partnership: str, reference: str) -> HttpResponse:
    """Open to those who read submissions; officers and reviewers may recommend something on the whole return."""
    if request.method == "POST" and not request.viewer.has(Role.OFFICER, Role.REVIEWER):
        raise Absent
    form = RecommendForm(request.POST if request.method == "POST" else None, initial=held_initial(request, RecommendForm))
    if request.method == "POST" and form.is_valid():
        try:
            write_recommendation(request.viewer, reference, form.cleaned_data["text"], at=clock.now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            release_held_form(request)
            messages.success(request, "The recommendation is saved. The organisation does not see it before it is given.")
            return redirect("judgement", partnership=partnership, reference=reference)
    page = {"judged": judged_return(request.viewer, reference), "form": form, "strengths": EVIDENCE_STRENGTH_WORDS}
    return render(request, "judging/judgement.html", page, status=422 if form.errors else 200)
