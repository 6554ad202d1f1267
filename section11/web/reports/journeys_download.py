"""The tables of journeys that a download holds."""

from collections.abc import Sequence

from section11.analysis.journeys import compute
from section11.analysis.queries.journeys import cycle_journeys
from section11.lib import clock
from section11.lib.dates import moment_words
from section11.plans.queries.closed_since import ActionsSince, actions_since
from section11.reports.content.journeys_tables import journeys_tables
from section11.reports.content.table import Table
from section11.web.analysis.journey_links import part
from section11.web.analysis.links import basis_of
from section11.web.request import PageRequest


def tables_of(request: PageRequest, cycle: str) -> tuple[Sequence[Table], str]:
    """Since the cycle and on the basis that the address names, with a name for the file; none when there is no earlier cycle."""
    basis = basis_of(request)
    found = cycle_journeys(request.viewer, cycle, part(request, "since"), basis)
    if found.data is None or found.chosen is None:
        return (), ""
    actions = sum(actions_since(request.viewer, found.chosen.cycle.id).values(), ActionsSince())
    tables = journeys_tables(compute(found.data), actions, made=moment_words(clock.now()))
    return tables, f"{request.viewer.slug} {found.chosen.cycle.slug} to {cycle} journeys {basis.value} {clock.today()}"
