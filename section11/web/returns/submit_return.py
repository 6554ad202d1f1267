"""Submit a signed return."""

from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.lib import clock
from section11.lib.errors import Refused
from section11.returns.operations.submit_return import submit_return as submit
from section11.returns.queries.signing import latest_sign_off
from section11.returns.queries.writing import head_for_lead
from section11.web.request import PageRequest


def submit_return(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """GET says what will happen; POST submits and shows the receipt."""
    head = head_for_lead(request.viewer, return_id)
    problems: dict[str, str] = {}
    if request.method == "POST":
        try:
            reference = submit(request.viewer, return_id, at=clock.now())
        except Refused as refused:
            problems = {"": str(refused)}
        else:
            return redirect("receipt", organisation=organisation, return_id=return_id, reference=reference)
    page = {"head": head, "sign_off": latest_sign_off(head), "problems": problems, "today": clock.today()}
    return render(request, "returns/submit_return.html", page, status=422 if problems else 200)
