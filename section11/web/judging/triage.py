"""The returns of a cycle, what is worth reading first."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.triage import TriageFilter
from section11.challenge.queries.triage import triage as find
from section11.challenge.rules.triage import COPIED, FAR, LEAST_IN_SECTOR, REASON_WORDS
from section11.directory.vocabulary import Role
from section11.web.request import PageRequest


def triage(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers, reviewers and the scrutineer."""
    wanted = TriageFilter(
        unseen=request.GET.get("unseen") == "1", mine=request.GET.get("mine") == "1", reason=request.GET.get("reason", "")
    )
    page = {
        "found": find(request.viewer, cycle, wanted, page=request.GET.get("page", "1")),
        "wanted": wanted,
        "reason_labels": REASON_WORDS,
        "is_officer": request.viewer.has(Role.OFFICER),
        "writes": request.viewer.has(Role.OFFICER, Role.REVIEWER),
        "far": FAR,
        "copied": COPIED,
        "least": LEAST_IN_SECTOR,
    }
    return render(request, "judging/triage.html", page)
