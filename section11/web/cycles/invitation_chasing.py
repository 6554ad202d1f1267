"""How one return is chased: what goes when, and every email about it that went."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.cycles.queries.ladder import chasing_of
from section11.cycles.rules.ladder_plan import Fate
from section11.lib.clock import now
from section11.notices.ladder_log import rungs_that_went
from section11.notices.queries import emails_about
from section11.web.cycles.ladder_counts import plan_of
from section11.web.request import PageRequest


def invitation_chasing(request: PageRequest, partnership: str, cycle: str, invitation: int) -> HttpResponse:
    """Open to officers."""
    found = chasing_of(request.viewer, cycle, invitation)
    plan = plan_of(found.awaited, found.rungs, rungs_that_went([invitation]), at=now()) if found.awaited else []
    page = {
        "it": found,
        "plan": [(planned, found.awaited.told_by(planned.rung.kind) if found.awaited else []) for planned in plan],
        "emails": emails_about(request.viewer, found.ref),
        "fates": Fate,
    }
    return render(request, "cycles/invitation_chasing.html", page)
