"""What has changed in an organisation's own return since last time, with its sector beside it if it asks."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.analysis.dataset import Basis
from section11.analysis.journeys import CHANGE_WORDS, COLUMNS
from section11.analysis.middle_half import FEWEST_OTHERS
from section11.analysis.queries.unit_journeys import own_journey as find
from section11.web.analysis.journey_links import part
from section11.web.analysis.links import basis_of
from section11.web.request import PageRequest

SECTOR = "sector"  # `beside=sector` in the address


def own_journey(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """From the latest submission; a draft is compared on its own pages."""
    basis, beside = basis_of(request), part(request, "beside") == SECTOR
    own = find(request.viewer, return_id, since=part(request, "since"), basis=basis, beside=beside)
    page = {
        "own": own,
        "found": own.found,
        "head": own.head,
        "basis": basis,
        "bases": list(Basis),
        "beside": beside,
        "fewest": FEWEST_OTHERS,
        "columns": COLUMNS,
        "change_words": CHANGE_WORDS,
    }
    return render(request, "analysis/own_journey.html", page)
