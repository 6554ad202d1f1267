"""One action of an organisation's plan, with its history."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.lib import clock
from section11.plans.queries.action_view import own_action as find
from section11.plans.rules.transitions import MOVES, can
from section11.plans.rules.waiting import is_overdue
from section11.plans.vocabulary import ACTION_STATE_WORDS, RAG_WORDS
from section11.web.request import PageRequest


def own_action(request: PageRequest, organisation: str, action_id: int) -> HttpResponse:
    """Open to everybody of its unit; leads and contributors do something about it."""
    own = find(request.viewer, action_id)
    page = {
        "own": own,
        "view": own.view,
        "can": {verb for verb in MOVES if can(verb, own.view.state)},
        "overdue": is_overdue(own.view.state, own.view.text.due, clock.today()),
        "state_words": ACTION_STATE_WORDS,
        "rag_words": RAG_WORDS,
        "today": clock.today(),
    }
    return render(request, "plans/own_action.html", page)
