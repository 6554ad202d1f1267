"""One challenge as the partnership sees it: what is asked, what was said, and a reply."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.reply_to_challenge import reply_to_challenge
from section11.challenge.queries.reviewer_parts import remit
from section11.challenge.queries.threads import challenge_thread
from section11.lib import clock
from section11.lib.errors import Conflict, Refused
from section11.web.components.problems import add_problems
from section11.web.forms.challenge import ReplyForm
from section11.web.request import PageRequest


def challenge(request: PageRequest, partnership: str, cycle: str, challenge: int) -> HttpResponse:
    """GET shows the thread; POST replies to the organisation, or shows what came in meanwhile."""
    thread = challenge_thread(request.viewer, cycle, challenge)
    form = ReplyForm(request.POST if request.method == "POST" else None, initial={"seen": len(thread.messages)})
    conflict: Conflict | None = None
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                reply_to_challenge(request.viewer, challenge, at=clock.now(), **form.cleaned_data)
            except Conflict as faster:
                conflict, status = faster, 409
                form = ReplyForm({**request.POST.dict(), "seen": str(faster.version)})
            except Refused as refused:
                add_problems(form, refused.problems)
            else:
                messages.success(request, "Your reply is sent. The return lead is told by email.")
                return redirect("challenge", partnership=partnership, cycle=cycle, challenge=challenge)
    may = remit(request.viewer, thread.invitation_number)
    problem = may.problem(thread.standard_ref) if thread.standard_ref or not may.covers_any else ""
    page = {"thread": thread, "form": form, "conflict": conflict, "problem": problem, "today": clock.today()}
    return render(request, "challenge/challenge.html", page, status=status)
