"""Logs what was said in a support conversation."""

from typing import Any

from django.http import HttpResponse

from section11.challenge.operations import log_support as operation
from section11.challenge.queries.support_list import SupportRow
from section11.lib.clock import now
from section11.web.follow_up.move_support import run_move
from section11.web.forms.follow_up import SaidForm
from section11.web.request import PageRequest


def log_support(request: PageRequest, partnership: str, cycle: str, invitation: int) -> HttpResponse:
    """Open to officers."""

    def make(found: SupportRow, data: Any) -> SaidForm:
        return SaidForm(data, initial={"said": found.said})

    def save(typed: dict[str, Any], version: int) -> None:
        operation.log_support(request.viewer, cycle, invitation, said=typed["said"] or "", version=version, at=now())

    return run_move(request, (cycle, invitation), "log_support", make, save, "The record is kept, and the organisation can read it.")
