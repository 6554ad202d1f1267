"""After somebody was invited to an open audit: their return is made in the background."""

from section11.cycles.queries.cycle_brief import CycleBrief
from section11.cycles.vocabulary import CycleState
from section11.jobs.open_returns import make_returns
from section11.jobs.operations.start_job import start_job
from section11.lib.clock import now
from section11.web.request import PageRequest


def make_returns_ready(request: PageRequest, setup: CycleBrief) -> None:
    """Start it where the audit is open; in a draft it waits for the opening."""
    if setup.state is CycleState.OPEN:
        start_job(request.viewer, make_returns, title="Making returns ready", at=now(), cycle=setup.cycle_id)
