"""The follow-ups of an audit."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.follow_up_list import FollowUpFilter, follow_up_list
from section11.challenge.vocabulary import FOLLOW_UP_REASON_WORDS, FOLLOW_UP_STATE_WORDS
from section11.directory.vocabulary import Role
from section11.web.request import PageRequest


def follow_ups(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to everybody with a role in the partnership: a strategic lead sees their own sectors first."""
    chosen = FollowUpFilter(request.GET.get("state", ""), request.GET.get("sector", ""), request.GET.get("reason", ""))
    found = follow_up_list(request.viewer, cycle, chosen, page=request.GET.get("page", "1"))
    page = {
        "found": found,
        "sectors": [(row.key, row.label) for row in found.sectors],
        "chosen": chosen,
        "states": FOLLOW_UP_STATE_WORDS,
        "reasons": FOLLOW_UP_REASON_WORDS,
        "is_officer": request.viewer.has(Role.OFFICER),
    }
    return render(request, "follow_up/follow_ups.html", page)
