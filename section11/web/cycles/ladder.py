"""The chasing ladder of an audit: what goes to how many, and when."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.cycles.queries.ladder import ladder_of
from section11.cycles.rules.ladder_plan import Fate
from section11.lib.clock import now
from section11.web.cycles.ladder_counts import ladder_counts, plans_of
from section11.web.request import PageRequest


def ladder(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers. Nothing is sent from this page."""
    found = ladder_of(request.viewer, cycle)
    counts = ladder_counts(found, found.rungs, plans_of(found, found.rungs, at=now()))
    page = {"ladder": found, "counts": counts, "fates": Fate, "nobody": sum(one.nobody for one in counts)}
    return render(request, "cycles/ladder.html", page)
