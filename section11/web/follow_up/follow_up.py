"""One follow-up: why, with which figures, who has it, how it ended."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.acknowledge_follow_up import acknowledge_follow_up
from section11.challenge.operations.close_follow_up import close_follow_up
from section11.challenge.queries.follow_up_list import follow_up_view
from section11.directory.vocabulary import READERS
from section11.lib.clock import now
from section11.lib.errors import Conflict, Refused
from section11.web.components.problems import add_problems
from section11.web.follow_up.versions import posted_version
from section11.web.forms.follow_up import OutcomeForm
from section11.web.request import PageRequest


def follow_up(request: PageRequest, partnership: str, cycle: str, follow_up: int) -> HttpResponse:
    """Open to everybody with a role in the partnership. `step`: acknowledge or close, for the strategic lead and officers."""
    view = follow_up_view(request.viewer, cycle, follow_up)
    step = request.POST.get("step", "")
    form = OutcomeForm(request.POST if step == "close" else None)
    status, conflict = 200, None
    if request.method == "POST":
        try:
            if step == "close":
                version = posted_version(request)
                close_follow_up(request.viewer, follow_up, outcome=request.POST.get("outcome", ""), version=version, at=now())
                messages.success(request, "The follow-up is closed.")
            else:
                acknowledge_follow_up(request.viewer, follow_up, at=now())
                messages.success(request, "It is noted that you have it.")
        except Refused as refused:
            form = OutcomeForm(request.POST)
            add_problems(form, refused.problems)
            status = 422
        except Conflict as found:
            conflict, status = found, 409
            view = follow_up_view(request.viewer, cycle, follow_up)
        else:
            return redirect("follow_up", partnership=partnership, cycle=cycle, follow_up=follow_up)
    page: dict[str, Any] = {"it": view, "form": form, "conflict": conflict, "reads": request.viewer.has(*READERS)}
    return render(request, "follow_up/follow_up.html", page, status=status)
