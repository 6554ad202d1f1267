"""Give up an amendment."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.lib import clock
from section11.lib.errors import Refused
from section11.returns.operations.give_up_amendment import give_up_amendment as give_up
from section11.returns.queries.writing import head_for_lead
from section11.web.request import PageRequest


def give_up_amendment(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """GET asks; POST puts the answers back to what was last submitted."""
    head = head_for_lead(request.viewer, return_id)
    if request.method == "POST":
        try:
            give_up(request.viewer, return_id, at=clock.now())
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, "The return is as you last submitted it.")
        return redirect("return_tasks", organisation=organisation, return_id=return_id)
    return render(request, "returns/give_up_amendment.html", {"head": head})
