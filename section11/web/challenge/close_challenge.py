"""Close a challenge with its outcome."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.close_challenge import LevelSeen
from section11.challenge.operations.close_challenge import close_challenge as close
from section11.challenge.queries.threads import Thread, challenge_thread
from section11.challenge.rules.typing import outcomes_for
from section11.challenge.vocabulary import ChallengeOutcome
from section11.lib import clock
from section11.lib.errors import Conflict, Refused
from section11.standards.queries.edition_content import edition_content
from section11.web.components.problems import add_problems
from section11.web.forms.challenge import CloseForm
from section11.web.request import PageRequest


def close_challenge(request: PageRequest, partnership: str, cycle: str, challenge: int) -> HttpResponse:
    """GET asks how it ends; POST closes it, or shows what came in meanwhile."""
    thread = challenge_thread(request.viewer, cycle, challenge)
    form = _form(request, thread, request.POST.dict() if request.method == "POST" else None)
    conflict: Conflict | None = None
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                _close(request, challenge, form)
            except Conflict as faster:
                conflict, status = faster, 409
                form = _form(request, thread, {**request.POST.dict(), **_as_now(thread)})
            except Refused as refused:
                add_problems(form, refused.problems)
            else:
                messages.success(request, "The challenge is closed. The return lead is told by email.")
                return redirect("challenge", partnership=partnership, cycle=cycle, challenge=challenge)
    page = {"thread": thread, "form": form, "conflict": conflict}
    return render(request, "challenge/close_challenge.html", page, status=status)


def _as_now(thread: Thread) -> dict[str, str]:
    """What the form says was seen: the thread, the latest submission and the agreed level as they stand."""
    return {"seen": str(len(thread.messages)), "reference": thread.latest_reference, "version": str(thread.agreed_version)}


def _form(request: PageRequest, thread: Thread, typed: dict[str, str] | None) -> CloseForm:
    outcomes = outcomes_for(on_statement=thread.on_statement, was_amended=thread.was_amended)
    levels = edition_content(thread.edition_id, thread.edition_hash).levels if thread.on_statement else ()
    return CloseForm(typed, outcomes=outcomes, levels=levels, initial=_as_now(thread))


def _close(request: PageRequest, challenge: int, form: CloseForm) -> None:
    data = form.cleaned_data
    agreed = LevelSeen(data["level"], data["reference"], data["version"] or 0) if data["outcome"] == ChallengeOutcome.LEVEL_AGREED else None
    close(request.viewer, challenge, outcome=data["outcome"], note=data["note"], agreed=agreed, seen=data["seen"], at=clock.now())
