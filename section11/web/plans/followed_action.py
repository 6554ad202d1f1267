"""One action that a partnership follows, with its history."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.conflicts import is_conflicted
from section11.directory.vocabulary import Role
from section11.lib import clock
from section11.plans.queries.action_view import followed_action as find
from section11.plans.rules.transitions import MOVES, can
from section11.plans.rules.waiting import is_overdue
from section11.plans.vocabulary import ACTION_STATE_WORDS, RAG_WORDS
from section11.web.request import PageRequest


def followed_action(request: PageRequest, partnership: str, action_id: int) -> HttpResponse:
    """Open to those who read submissions; officers decide, unless they belong to the organisation."""
    it = find(request.viewer, action_id)
    conflicted = is_conflicted(request.viewer, it.invitation_id)
    decides = request.viewer.has(Role.OFFICER) and not conflicted
    page = {
        "it": it,
        "view": it.view,
        "can": {verb for verb in MOVES if decides and can(verb, it.view.state)},
        "conflicted": conflicted and request.viewer.has(Role.OFFICER),
        "overdue": is_overdue(it.view.state, it.view.text.due, clock.today()),
        "state_words": ACTION_STATE_WORDS,
        "rag_words": RAG_WORDS,
        "today": clock.today(),
    }
    return render(request, "plans/followed_action.html", page)
