"""Writes the chasing ladder of an audit. Of an open one it shows first what would be sent."""

from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from django.http import HttpResponse

from section11.cycles.operations import write_ladder as operation
from section11.cycles.queries.cycle_setup import CycleSetup, cycle_setup
from section11.cycles.queries.ladder import ladder_of
from section11.cycles.rules.ladder import MOST_RUNGS, Rung, in_order, ladder_problems
from section11.cycles.rules.ladder_plan import Fate
from section11.cycles.vocabulary import CycleState
from section11.lib.clock import now
from section11.web.cycles.ladder_counts import ladder_counts, plans_of
from section11.web.cycles.row_step import run_row_step
from section11.web.cycles.step import closed_step, show_step
from section11.web.forms.cycles import RungRow, rows_of
from section11.web.request import PageRequest

MOST = MOST_RUNGS + 2


def write_ladder(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers, until the audit is closed. `seen` names the ladder whose consequences were shown."""
    setup = cycle_setup(request.viewer, cycle, at=now())
    if setup.state is CycleState.CLOSED:
        return closed_step(request, setup)
    if request.method == "POST" and not setup.is_draft and "more" not in request.POST:
        wanted = typed(request)
        if not ladder_problems(wanted) and request.POST.get("seen") != digest(wanted):
            return shown_first(request, setup, wanted)
    standing = [
        {"kind": rung.kind, "days": str(abs(rung.days)), "subject": rung.subject, "body": rung.body} for rung in in_order(setup.rungs)
    ]

    def save(rungs: list[Any], version: int) -> None:
        operation.write_ladder(request.viewer, cycle, rungs=rungs, version=version, at=now())

    return run_row_step(request, setup, "ladder", RungRow, standing=standing, most=MOST, save=save, preview=None, seen="")


def typed(request: PageRequest) -> list[Rung]:
    """The steps as typed."""
    rows = rows_of(RungRow, request.POST, (), most=MOST)
    return [row.wording() for row in rows if row.is_valid() and not row.is_blank]


def digest(rungs: Sequence[Rung]) -> str:
    """A name for exactly these steps."""
    return sha256(repr(in_order(rungs)).encode()).hexdigest()[:32]


def shown_first(request: PageRequest, setup: CycleSetup, wanted: Sequence[Rung]) -> HttpResponse:
    """What these steps would send, with the way to save them."""
    ladder, rungs = ladder_of(request.viewer, setup.slug), in_order(wanted)
    preview = ladder_counts(ladder, rungs, plans_of(ladder, rungs, at=now()))
    rows = rows_of(RungRow, request.POST, (), most=MOST)
    for row in rows:
        row.is_valid()
    told = {"rows": rows, "problems": {}, "preview": preview, "seen": digest(wanted), "fates": Fate}
    return show_step(request, setup, "ladder", status=200, conflict=False, **told)
