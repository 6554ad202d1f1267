"""Start to amend a submitted return."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.lib import clock
from section11.lib.errors import Refused
from section11.returns.operations.start_amendment import start_amendment as start
from section11.returns.queries.writing import head_for_lead
from section11.web.request import PageRequest


def start_amendment(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """GET asks for the reason; POST opens the return. What was submitted stays readable."""
    head = head_for_lead(request.viewer, return_id)
    problems: dict[str, str] = {}
    if request.method == "POST":
        try:
            start(request.viewer, return_id, request.POST.get("reason", ""), at=clock.now())
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, "You can change your answers now. Your earlier submission stays as it was.")
            return redirect("return_tasks", organisation=organisation, return_id=return_id)
    number = request.GET.get("challenge", "")
    because = f"Because of challenge {number}. " if number.isascii() and number.isdigit() and len(number) < 6 else ""
    page = {"head": head, "problems": problems, "reason": request.POST.get("reason", because)}
    return render(request, "returns/start_amendment.html", page, status=422 if problems else 200)
