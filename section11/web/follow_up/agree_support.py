"""Agrees a support conversation."""

from typing import Any

from django.http import HttpResponse

from section11.challenge.operations import agree_support as operation
from section11.challenge.queries.support_list import SupportRow
from section11.lib.clock import now
from section11.web.follow_up.move_support import run_move
from section11.web.forms.follow_up import AgreeSupportForm
from section11.web.request import PageRequest


def agree_support(request: PageRequest, partnership: str, cycle: str, invitation: int) -> HttpResponse:
    """Open to officers."""

    def make(found: SupportRow, data: Any) -> AgreeSupportForm:
        return AgreeSupportForm(data, initial={"agreed_for": found.agreed_for, "with_whom": found.with_whom})

    def save(typed: dict[str, Any], version: int) -> None:
        agreed_for, with_whom = typed["agreed_for"], typed["with_whom"] or ""
        operation.agree_support(request.viewer, cycle, invitation, agreed_for=agreed_for, with_whom=with_whom, version=version, at=now())

    return run_move(request, (cycle, invitation), "agree_support", make, save, "The conversation is agreed, and the organisation is told.")
