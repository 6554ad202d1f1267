"""Return a submission for correction."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.lib import clock
from section11.lib.errors import Refused
from section11.returns.operations.return_for_correction import return_for_correction as send_for_correction
from section11.returns.queries.received import received_return
from section11.web.request import PageRequest


def return_for_correction(request: PageRequest, partnership: str, invitation_id: int) -> HttpResponse:
    """GET says what it means and asks what to correct; POST returns it. For officers."""
    received = received_return(request.viewer, invitation_id)
    problems: dict[str, str] = {}
    if request.method == "POST":
        try:
            send_for_correction(request.viewer, invitation_id, request.POST.get("reason", ""), at=clock.now())
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, f"Returned to {received.organisation_name}. Its return leads are told by email.")
            return redirect("submission", partnership=partnership, reference=received.reference)
    page = {"received": received, "problems": problems, "reason": request.POST.get("reason", "")}
    return render(request, "returns/return_for_correction.html", page, status=422 if problems else 200)
