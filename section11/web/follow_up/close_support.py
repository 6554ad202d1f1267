"""Closes a support conversation."""

from typing import Any

from django.http import HttpResponse

from section11.challenge.operations import close_support as operation
from section11.challenge.queries.support_list import SupportRow
from section11.lib.clock import now
from section11.web.follow_up.move_support import run_move
from section11.web.forms.follow_up import OutcomeForm
from section11.web.request import PageRequest


def close_support(request: PageRequest, partnership: str, cycle: str, invitation: int) -> HttpResponse:
    """Open to officers."""

    def make(found: SupportRow, data: Any) -> OutcomeForm:
        return OutcomeForm(data, initial={"outcome": found.outcome})

    def save(typed: dict[str, Any], version: int) -> None:
        operation.close_support(request.viewer, cycle, invitation, outcome=typed["outcome"] or "", version=version, at=now())

    return run_move(request, (cycle, invitation), "close_support", make, save, "The conversation is closed.")
