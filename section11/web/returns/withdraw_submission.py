"""Withdraw a submission."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.lib import clock
from section11.lib.errors import Refused
from section11.returns.operations.withdraw_submission import withdraw_submission as withdraw
from section11.returns.queries.writing import head_for_lead
from section11.web.request import PageRequest


def withdraw_submission(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """GET says what it means and asks for the reason; POST withdraws. For the return's lead."""
    head = head_for_lead(request.viewer, return_id)
    problems: dict[str, str] = {}
    if request.method == "POST":
        try:
            withdraw(request.viewer, return_id, request.POST.get("reason", ""), at=clock.now())
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, "Your submission is withdrawn. You can change your answers and submit again.")
            return redirect("return_tasks", organisation=organisation, return_id=return_id)
    page = {"head": head, "problems": problems, "reason": request.POST.get("reason", "")}
    return render(request, "returns/withdraw_submission.html", page, status=422 if problems else 200)
