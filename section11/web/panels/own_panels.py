"""When and where a return has its time at a panel, for its organisation."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.panels_of_return import panels_of_return
from section11.lib.clock import today
from section11.returns.queries.head import return_head
from section11.web.request import PageRequest


def own_panels(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """For everybody with a role in the unit; shows what its leads were told of."""
    head = return_head(request.viewer, return_id)
    context = {"head": head, "panels": panels_of_return(request.viewer, return_id), "today": today()}
    return render(request, "panels/own_panels.html", context)
