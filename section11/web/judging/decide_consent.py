"""Decide whether good practice may be shared."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.agree_to_share import agree_to_share
from section11.challenge.operations.decline_to_share import decline_to_share
from section11.challenge.queries.good_practice import practice_asked
from section11.challenge.vocabulary import GoodPracticeState
from section11.lib import clock
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.judging import DecideForm
from section11.web.request import PageRequest

STANDING = {GoodPracticeState.AGREED: "agree", GoodPracticeState.DECLINED: "decline"}


def decide_consent(request: PageRequest, organisation: str, asked: int) -> HttpResponse:
    """Open to return leads, who may change their mind later."""
    one = practice_asked(request.viewer, asked)
    standing = STANDING.get(GoodPracticeState(one.state), "")
    form = DecideForm(request.POST if request.method == "POST" else None, initial={"decision": standing})
    if request.method == "POST" and form.is_valid():
        decision = form.cleaned_data["decision"]
        decide = agree_to_share if decision == "agree" else decline_to_share
        try:
            if decision != standing:
                decide(request.viewer, asked, at=clock.now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(
                request,
                "Thank you. It may be shared now. You can change your mind at any time."
                if decision == "agree"
                else "It will not be shared. You can change your mind at any time.",
            )
            return redirect("shared_practice", organisation=organisation)
    return render(request, "judging/decide_consent.html", {"one": one, "form": form}, status=422 if form.errors else 200)
