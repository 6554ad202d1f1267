"""Confirm several of last time's answers of one standard: each is listed and ticked."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from section11.lib import clock
from section11.lib.errors import Conflict, Refused
from section11.lib.words import plural
from section11.returns.operations.confirm_answer import confirm_answer
from section11.returns.queries.draft import draft
from section11.returns.queries.writing import head_for_writer
from section11.web.request import PageRequest
from section11.web.returns.press_carried import LOOK_AGAIN
from section11.web.returns.typed_answers import number, prefix_of

NONE_TICKED = "Tick the answers that still hold"


def confirm_answers(request: PageRequest, organisation: str, return_id: int, standard_ref: str) -> HttpResponse:
    """GET lists what waits to be confirmed, nothing ticked; POST confirms those that are ticked, each as it was shown."""
    viewer = request.viewer
    head = head_for_writer(viewer, return_id, standard_ref)
    state = draft(viewer, head, standard_ref=standard_ref)
    standard = state.content.standard(standard_ref)
    if standard is None or standard.is_review:
        raise Http404
    ticked = [ref for ref in request.POST.getlist("confirm") if ref in state.answers]
    problems: dict[str, str] = {}
    if request.method == "POST":
        done = 0
        for ref in ticked:
            try:
                done += confirm_answer(
                    viewer, return_id, ref, version=number(request.POST.get(f"{prefix_of(ref)}version", "")), at=clock.now()
                ).changed
            except Refused as refused:
                problems[f"{prefix_of(ref)}confirm"] = f"{ref}: {refused.problems.get('level', str(refused))}"
            except Conflict as conflict:
                problems[f"{prefix_of(ref)}confirm"] = f"{ref}: {LOOK_AGAIN.format(by=conflict.by or 'A colleague')}"
        if not ticked:
            problems["confirm"] = NONE_TICKED
        if done:
            messages.success(request, f"{plural(done, 'answer')} confirmed")
        if not problems:
            return redirect("standard", organisation=organisation, return_id=return_id, standard_ref=standard_ref)
        state = draft(viewer, head, standard_ref=standard_ref)
    rows = [(s, a, state.content.level(a.level)) for s in standard.statements if (a := state.answers.get(s.ref)) and a.carried and a.level]
    page = {"head": head, "standard": standard, "rows": rows, "problems": problems, "ticked": ticked}
    return render(request, "returns/confirm_answers.html", page, status=422 if problems else 200)
