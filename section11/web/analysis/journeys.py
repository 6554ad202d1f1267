"""What has changed since an earlier audit, for the partnership and by sector."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from section11.analysis.dataset import Basis
from section11.analysis.journeys import COLUMNS, compute
from section11.analysis.queries.journeys import FoundJourneys, cycle_journeys
from section11.plans.queries.closed_since import ActionsSince, actions_since
from section11.web.analysis.journey_links import JourneyLinks, part
from section11.web.analysis.links import basis_of
from section11.web.request import PageRequest


def journeys(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Since the cycle named in the address, of all sectors or one, on self-ratings or agreed levels."""
    page, found = journeys_page(request, partnership, cycle)
    if found.chosen and found.data:
        units = {one.unit_id for one in [*found.data.both, *found.data.only_then] if page["sector"] in ("", one.sector)}
        actions = actions_since(request.viewer, found.chosen.cycle.id)
        page["actions"] = sum((one for unit_id, one in actions.items() if unit_id in units), ActionsSince())
    return render(request, "analysis/journeys.html", page)


def journeys_page(request: PageRequest, partnership: str, cycle: str, *, beside: bool = False) -> tuple[dict[str, Any], FoundJourneys]:
    """What the pages of a cycle's journeys show, and what it was made of. `beside`: the page stands beside that of the rows."""
    basis, sector = basis_of(request), part(request, "sector")
    found = cycle_journeys(request.viewer, cycle, part(request, "since"), basis)
    page: dict[str, Any] = {"found": found, "basis": basis, "bases": list(Basis), "columns": COLUMNS, "sector": sector}
    if found.chosen and found.data:
        page |= {
            "told": compute(found.data, sector),
            "units": sum(sector in ("", unit.sector) for unit in found.data.both),
            "to": JourneyLinks(partnership, cycle, found.chosen.cycle.slug, basis, sector, beside),
        }
    return page, found
