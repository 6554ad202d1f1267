"""One organisation's journey from one audit to another, statement by statement."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.analysis.dataset import Basis
from section11.analysis.journeys import CHANGE_WORDS, COLUMNS
from section11.analysis.queries.unit_journeys import Wanted
from section11.analysis.queries.unit_journeys import organisation_journey as find
from section11.web.analysis.journey_links import LONGEST, part
from section11.web.analysis.links import basis_of
from section11.web.request import PageRequest


def organisation_journey(request: PageRequest, partnership: str, participation: str) -> HttpResponse:
    """Of the unit, between the audits and on the basis that the address names; for those who read submissions."""
    unit = request.GET.get("unit")
    invitation = part(request, "invitation")
    wanted = Wanted(
        unit=None if unit is None else unit[:LONGEST],
        invitation=int(invitation) if invitation.isascii() and invitation.isdigit() else 0,
        cycle=part(request, "cycle"),
        since=part(request, "since"),
        basis=basis_of(request),
    )
    page = {
        "found": find(request.viewer, participation, wanted),
        "basis": wanted.basis,
        "bases": list(Basis),
        "columns": COLUMNS,
        "change_words": CHANGE_WORDS,
        "participation": participation,
    }
    return render(request, "analysis/organisation_journey.html", page)
