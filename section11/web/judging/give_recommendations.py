"""Give an organisation all that is recommended on its return."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.give_recommendations import give_recommendations as give
from section11.challenge.queries.judged_return import judged_return
from section11.challenge.vocabulary import RecommendationState
from section11.lib import clock
from section11.lib.errors import Refused
from section11.lib.words import plural
from section11.web.request import PageRequest


def give_recommendations(request: PageRequest, partnership: str, reference: str) -> HttpResponse:
    """Open to officers and reviewers. GET shows what would be given; POST gives it."""
    judged = judged_return(request.viewer, reference)
    problems: dict[str, str] = {}
    if request.method == "POST":
        try:
            count = give(request.viewer, judged.head.invitation_number, at=clock.now())
        except Refused as refused:
            problems = refused.problems
        else:
            said = f"{plural(count, 'recommendation')} given. The return leads get an email." if count else "There was nothing left to give"
            messages.success(request, said)
            return redirect("judgement", partnership=partnership, reference=reference)
    theirs = {one.ref for one in judged.standards if one.may_judge}
    drafts = [
        one
        for one in judged.notes
        if not one.is_practice and one.state == RecommendationState.DRAFT and (one.standard_ref in theirs or not one.standard_ref)
    ]
    page = {"judged": judged, "drafts": drafts, "problems": problems}
    return render(request, "judging/give_recommendations.html", page, status=422 if problems else 200)
