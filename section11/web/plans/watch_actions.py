"""The actions that a partnership follows, across all organisations: what is overdue, red, done or asks for support."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from section11.lib import clock
from section11.plans.queries.following import ActionFilter
from section11.plans.queries.watch_list import watch_list
from section11.plans.vocabulary import ACTION_STATE_WORDS, SHOW_WORDS, Show
from section11.web.request import PageRequest

NAMES = ("show", "sector", "cycle", "organisation", "search")
ALWAYS_SHOWN = (Show.OPEN, Show.OVERDUE, Show.RED, Show.SUPPORT, Show.DONE)


def watch_actions(request: PageRequest, partnership: str) -> HttpResponse:
    """Open to those who read submissions. Filters stay in the address."""
    chosen = actions_chosen(request)
    watched = watch_list(request.viewer, chosen, page=request.GET.get("page", "1"), at=clock.now())
    page = {
        "watched": watched,
        "chosen": chosen,
        "lists": [(show, SHOW_WORDS[show], n) for show, n in watched.counts.items() if n or show in ALWAYS_SHOWN],
        "list_words": SHOW_WORDS[watched.shown],
        "state_words": ACTION_STATE_WORDS,
        "active": sum(bool(one) for one in (chosen.sector, chosen.cycle, chosen.organisation, chosen.search)),
        "today": clock.today(),
    }
    return render(request, "plans/watch_actions.html", page)


def actions_chosen(request: HttpRequest) -> ActionFilter:
    """Which actions the address asks for."""
    return ActionFilter(**{name: request.GET.get(name, "").strip()[:200] for name in NAMES})
