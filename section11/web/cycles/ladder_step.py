"""One step of an audit's chasing ladder: how it reads, and each organisation with the day and the people it goes to."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.cycles.queries.ladder import ladder_example, ladder_of
from section11.cycles.rules.ladder_plan import Fate
from section11.lib.clock import now
from section11.lib.errors import Absent
from section11.lib.paging import Page, page_number, window
from section11.web.cycles.ladder_counts import ladder_counts, plans_of, rung_address
from section11.web.request import PageRequest


def ladder_step(request: PageRequest, partnership: str, cycle: str, rung: str) -> HttpResponse:
    """Open to officers. Nothing is sent from this page."""
    found = ladder_of(request.viewer, cycle)
    place = next((place for place, one in enumerate(found.rungs) if rung_address(one) == rung), None)
    if place is None:
        raise Absent
    step, plans = found.rungs[place], plans_of(found, found.rungs, at=now())
    rows = [(one, plan[place], one.told_by(step.kind)) for one, plan in plans]
    number = page_number(request.GET.get("page", "1"), len(rows))
    page = {
        "ladder": found,
        "step": step,
        "count": ladder_counts(found, found.rungs, plans)[place],
        "page": Page(rows[window(number)], number, len(rows)),
        "example": ladder_example(found, step),
        "fates": Fate,
    }
    return render(request, "cycles/ladder_step.html", page)
