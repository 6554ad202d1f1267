"""The challenges of a cycle: what waits for the partnership first."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.challenge_list import LATE, ChallengeFilter, challenges_of_cycle
from section11.challenge.vocabulary import CHALLENGE_STATE_WORDS
from section11.lib import clock
from section11.web.request import PageRequest


def challenges(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Filters by state, sector and whose they are stay in the address."""
    chosen = ChallengeFilter(*(request.GET.get(name, "")[:60] for name in ("state", "sector", "whose")))
    found = challenges_of_cycle(request.viewer, cycle, chosen, page=request.GET.get("page", "1"), today=clock.today())
    states = [*CHALLENGE_STATE_WORDS.items(), (LATE, "Late to be answered")]
    page = {"found": found, "chosen": chosen, "states": states, "today": clock.today()}
    return render(request, "challenge/challenges.html", page)
