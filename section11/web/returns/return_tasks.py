"""A return's task list: its standards and how far each is, then people, evidence, plan, check and submit."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.own_challenges import challenge_counts
from section11.challenge.queries.support_list import support_told
from section11.lib import clock
from section11.returns.operations.note_opened import note_opened
from section11.returns.queries.assignments import assignments
from section11.returns.queries.brought_in import draft_to_read
from section11.returns.queries.head import return_head
from section11.returns.queries.round_of import round_of
from section11.standards.vocabulary import FORM_WORDS, REVIEW_SECTION, Form
from section11.web.request import PageRequest


def return_tasks(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """The first look is recorded: it tells the partnership that the return was opened."""
    viewer = request.viewer
    head = return_head(viewer, return_id)
    note_opened(viewer, head, at=clock.now())
    state = draft_to_read(viewer, head, with_evidence=False)
    review = [n.text for (ref, _), n in state.narratives.items() if ref == REVIEW_SECTION]
    handed = assignments(head)
    progress = {p.ref: p for p in state.progress}
    page = {
        "head": head,
        "form_words": FORM_WORDS[Form(head.form)],
        "standards": state.content.standards,
        "progress": progress,
        "handed": {ref: [a for a in handed if a.standard_ref == ref] for ref in progress},
        "mine": {a.standard_ref for a in handed if a.person_id == viewer.person_id},
        "complete": sum(p.is_done for p in progress.values()),
        "review": state.content.review,
        "written": f"{sum(map(bool, review))} of {len(review)} written",
        "round": round_of(head),
        "began_with_last": any(answer.last_level for answer in state.answers.values()),
        "missing": len(state.missing),
        "actions": len(state.actions),
        "challenges": challenge_counts(viewer).get(return_id) if head.was_submitted else None,
        "talks": support_told(viewer, return_id) if head.was_submitted else [],
        "today": clock.today(),
    }
    return render(request, "returns/return_tasks.html", page)
