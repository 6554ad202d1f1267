"""Take a return back from sign-off."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.lib import clock
from section11.lib.errors import Refused
from section11.returns.operations.take_back import take_back as take
from section11.returns.queries.signing import latest_sign_off
from section11.returns.queries.writing import head_for_lead
from section11.web.request import PageRequest


def take_back(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """GET asks; POST opens the return again."""
    head = head_for_lead(request.viewer, return_id)
    if request.method == "POST":
        try:
            take(request.viewer, return_id, at=clock.now())
        except Refused as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, "The return is open again. It needs sign-off once more before you submit.")
        return redirect("return_tasks", organisation=organisation, return_id=return_id)
    return render(request, "returns/take_back.html", {"head": head, "sign_off": latest_sign_off(head)})
