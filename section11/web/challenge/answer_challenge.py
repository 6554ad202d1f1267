"""One challenge as the organisation sees it: what the partnership asks, what was said, and the lead's answer."""

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.answer_challenge import answer_challenge as answer
from section11.challenge.queries.threads import Thread, own_thread
from section11.evidence.queries import Evidence, evidence_of_unit
from section11.evidence.rules.uploads import ACCEPT
from section11.lib import clock
from section11.lib.errors import Conflict, Refused
from section11.returns.queries.head import ReturnHead, return_head
from section11.returns.queries.held_posts import held_posts
from section11.web.components.problems import add_problems
from section11.web.forms.challenge import AnswerForm
from section11.web.request import PageRequest
from section11.web.returns.held_typed import release_held


def answer_challenge(request: PageRequest, organisation: str, return_id: int, challenge: int) -> HttpResponse:
    """GET shows the thread, with what was typed while signed out; POST answers, or shows what came in meanwhile."""
    head = return_head(request.viewer, return_id)
    thread = own_thread(request.viewer, return_id, challenge)
    existing = evidence_of_unit(request.viewer, head.unit_id) if head.is_lead else []
    conflict: Conflict | None = None
    status = 200
    if request.method == "POST":
        status = 422
        form = _form(head, existing, thread, request.POST, request.FILES)
        if form.is_valid():
            try:
                _answer(request, return_id, challenge, form)
            except Conflict as faster:
                conflict, status = faster, 409
                typed = request.POST.copy()
                typed["seen"] = str(faster.version)
                form = _form(head, existing, thread, typed)
            except Refused as refused:
                kind = form.cleaned_data["kind"]
                add_problems(form, {("link" if n == "where" and kind == "link" else n): t for n, t in refused.problems.items()})
            else:
                release_held(request.viewer, request.POST.dict())
                messages.success(request, "Your answer is sent. The partnership is told by email.")
                return redirect("answer_challenge", organisation=organisation, return_id=return_id, challenge=challenge)
        held_id = request.POST.get("held", "")
    else:
        held = held_posts(request.viewer, at=clock.now(), path=request.path) if head.has_held else []
        form = _form(head, existing, thread, text=held[0].single.get("text", "") if held else "")
        held_id = str(held[0].held_id) if held else ""
    page = {
        "head": head,
        "thread": thread,
        "form": form,
        "conflict": conflict,
        "held_id": held_id,
        "has_existing": bool(existing),
        "accept": ACCEPT,
        "today": clock.today(),
    }
    return render(request, "challenge/answer_challenge.html", page, status=status)


def _form(
    head: ReturnHead,
    existing: list[Evidence],
    thread: Thread,
    posted: Any = None,
    files: Mapping[str, Any] | None = None,
    *,
    text: str = "",
) -> AnswerForm:
    initial = {"seen": len(thread.messages), "kind": "none", "text": text}
    return AnswerForm(posted, files, takes_files=head.takes_files, existing=existing, initial=initial)


def _answer(request: PageRequest, return_id: int, challenge: int, form: AnswerForm) -> None:
    data = form.cleaned_data
    items = [int(item) for item in data["items"]]
    answer(request.viewer, return_id, challenge, data["text"], items=items, new=form.new(), seen=data["seen"], at=clock.now())
