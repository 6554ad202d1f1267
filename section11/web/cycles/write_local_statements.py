"""Writes the statements that a partnership adds for one audit."""

from typing import Any

from django.http import HttpResponse

from section11.cycles.operations import write_local_statements as operation
from section11.cycles.queries.cycle_setup import cycle_setup
from section11.cycles.rules.local_statements import MOST_LOCAL_STATEMENTS
from section11.lib.clock import now
from section11.web.cycles.row_step import run_row_step
from section11.web.cycles.step import closed_step
from section11.web.forms.cycles import StatementRow
from section11.web.request import PageRequest


def write_local_statements(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers."""
    setup = cycle_setup(request.viewer, cycle, at=now())
    if not setup.is_draft:
        return closed_step(request, setup)
    standing = [{"text": s.text, "guidance": s.guidance, "light": s.light, "must_meet": s.must_meet} for s in setup.statements]

    def save(statements: list[Any], version: int) -> None:
        operation.write_local_statements(request.viewer, cycle, statements=statements, version=version, at=now())

    return run_row_step(request, setup, "statements", StatementRow, standing=standing, most=MOST_LOCAL_STATEMENTS + 2, save=save)
