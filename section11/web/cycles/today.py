"""What needs you today, then how each open audit stands."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.challenge_list import waiting_challenges
from section11.challenge.queries.waiting import waiting_help
from section11.cycles.queries.cycle_list import cycles_of_partnership
from section11.cycles.queries.today import cycles_today
from section11.cycles.vocabulary import CycleState
from section11.directory.queries.registrations import registrations_waiting
from section11.directory.vocabulary import Role
from section11.lib import clock
from section11.notices.queries import emails_in_trouble
from section11.plans.queries.following import actions_waiting
from section11.web.request import PageRequest


def today(request: PageRequest, partnership: str) -> HttpResponse:
    """Open to everybody with a role in the partnership."""
    is_officer = request.viewer.has(Role.OFFICER)
    helping = waiting_help(request.viewer, at=clock.now())
    cycles = cycles_today(request.viewer, at=clock.now())
    drafts = [one for one in cycles_of_partnership(request.viewer) if one.state is CycleState.DRAFT] if is_officer else []
    context = {
        "cycles": cycles,
        "drafts": drafts,
        "waiting": registrations_waiting(request.viewer) if is_officer else 0,
        "actions": actions_waiting(request.viewer, at=clock.now()),
        "challenges": waiting_challenges(request.viewer),
        "emails": emails_in_trouble(request.viewer) if is_officer else 0,
        "helping": helping,
        "overdue": sum(one.overdue for one in cycles),
        "recent": sum(one.recent for one in cycles),
        "is_officer": is_officer,
        "day": clock.today(),
    }
    return render(request, "cycles/today.html", context)
