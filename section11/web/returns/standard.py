"""One standard on one page: its statements, what each level looks like, the answers, and the narratives."""

from datetime import datetime

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from section11.lib import clock, dates
from section11.lib.viewer import Viewer
from section11.returns.operations.uncite_evidence import uncite_evidence
from section11.returns.queries.brought_in import draft_to_read
from section11.returns.queries.draft import Draft, draft
from section11.returns.queries.head import ReturnHead, return_head
from section11.returns.queries.previous import previous_answers
from section11.returns.queries.writing import may_write
from section11.web.request import PageRequest
from section11.web.returns.held_typed import held_outcome, release_held
from section11.web.returns.keep_typed import keep_typed
from section11.web.returns.press_carried import press_carried
from section11.web.returns.standard_view import Outcome, narrative_views, statement_views
from section11.web.returns.taken_back import taken_back
from section11.web.returns.typed_answers import number, prefix_of


def standard(request: PageRequest, organisation: str, return_id: int, standard_ref: str) -> HttpResponse:
    """GET shows the standard; POST saves everything typed on it and goes where the button says."""
    viewer = request.viewer
    head = return_head(viewer, return_id)
    writes = may_write(viewer, head, standard_ref)
    if request.method == "POST":
        now = clock.now()
        state = draft(viewer, head, standard_ref=standard_ref)
        asked = state.content.standard(standard_ref)
        if asked is None or not (writes or head.is_contributor):
            raise Http404
        if not writes:
            return taken_back(request, head, state, asked)
        outcome = keep_typed(viewer, state, asked, request.POST, at=now)
        told = press_carried(viewer, state, standard_ref, request.POST, outcome, at=now) if outcome.went_well else ""
        if outcome.went_well:
            release_held(viewer, request.POST)
            _uncite(viewer, head, request.POST.get("then", ""), now)
            messages.success(request, told or f"Saved at {dates.time_words(now)}")
            return redirect(_after(request.POST.get("then", ""), head, standard_ref, state))
        return _show(request, viewer, head, standard_ref, writes, outcome)
    return _show(request, viewer, head, standard_ref, writes, None)


def _show(request: PageRequest, viewer: Viewer, head: ReturnHead, standard_ref: str, writes: bool, outcome: Outcome | None) -> HttpResponse:
    state = draft_to_read(viewer, head, standard_ref=standard_ref)
    asked = state.content.standard(standard_ref)
    if asked is None:
        raise Http404
    if outcome is None:
        outcome = held_outcome(viewer, state, asked, request.path, at=clock.now()) if writes and head.has_held else Outcome()
    pages = state.content.pages
    place = pages.index(asked)
    previous = previous_answers(head, {state.answers[s.ref].statement_id: s.key for s in asked.statements if s.ref in state.answers})
    rows = statement_views(state, asked, outcome, previous)
    mark = rows[0].answer.mark_reason if rows else None
    page = {
        "head": head,
        "standard": asked,
        "levels": state.content.levels,
        "rows": rows,
        "narratives": narrative_views(state, asked, outcome),
        "see_choices": [(s.ref, s.text) for one in state.content.standards for s in one.statements],
        "mark": mark,
        "writes": writes and head.is_open,
        "reads_only_because": "" if head.is_open else "closed" if not head.is_taken else head.state,
        "may_mark": state.content.not_applicable is not None,
        "place": place + 1,
        "count": len(state.content.standards),
        "before": pages[place - 1] if place else None,
        "after": pages[place + 1] if place + 1 < len(pages) else None,
        "to_confirm": sum(row.carried and bool(row.text.level) for row in rows),
        "outcome": outcome,
        "problems": _problems(outcome),
        "today": clock.today(),
    }
    status = 409 if outcome.conflicts else 422 if outcome.problems else 200
    return render(request, "returns/standard.html", page, status=status)


def _problems(outcome: Outcome) -> dict[str, str]:
    """What is wrong, by the id of the field on the page, each with the statement it belongs to."""
    found = {}
    for name, problems in outcome.problems.items():
        is_narrative = name.startswith("n-")
        for field, text in problems.items():
            target = f"{name}-{field}" if is_narrative else f"{prefix_of(name)}{field or 'level'}"
            found[target] = text if is_narrative else f"{name}: {text}"
    return found


def _uncite(viewer: Viewer, head: ReturnHead, then: str, at: datetime) -> None:
    """Take evidence from an answer when that is what the button says: after the save, so that nothing typed is lost."""
    kind, _, rest = then.partition(":")
    ref, _, item = rest.partition(":")
    if kind == "uncite" and number(item):
        uncite_evidence(viewer, head.return_id, ref, number(item), at=at)


def _after(then: str, head: ReturnHead, standard_ref: str, state: Draft) -> str:
    """Where to go after a save: the button's own place. Unknown words lead back to the same page."""
    kind, _, rest = then.partition(":")
    ref = rest.partition(":")[0]
    here = {"organisation": head.organisation_slug, "return_id": head.return_id}
    refs = [s.ref for s in state.content.pages]
    if kind == "evidence" and ref in state.answers:
        return reverse("add_evidence", kwargs={**here, "statement_ref": ref})
    if kind == "action" and ref in state.answers:
        return reverse("plan_action", kwargs={**here, "statement_ref": ref})
    if kind == "mark":
        return reverse("mark_not_applicable", kwargs={**here, "standard_ref": standard_ref})
    if kind == "tasks":
        return reverse("return_tasks", kwargs=here)
    if kind == "next" and refs.index(standard_ref) + 1 < len(refs):
        return reverse("standard", kwargs={**here, "standard_ref": refs[refs.index(standard_ref) + 1]})
    if kind == "next":
        return reverse("return_tasks", kwargs=here)
    anchor = f"#s-{ref.replace('.', '_')}" if kind in ("stay", "uncite", "confirm", "drop") and ref in state.answers else ""
    anchor = f"#n-{ref}" if kind == "confirm-text" and (standard_ref, ref) in state.narratives else anchor
    return reverse("standard", kwargs={**here, "standard_ref": standard_ref}) + anchor
