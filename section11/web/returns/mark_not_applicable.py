"""Say that a whole standard does not apply, with one reason."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from section11.lib import clock
from section11.lib.errors import Refused
from section11.returns.operations.mark_not_applicable import mark_not_applicable as mark
from section11.returns.queries.content import asked_content
from section11.returns.queries.writing import head_for_writer
from section11.web.request import PageRequest


def mark_not_applicable(request: PageRequest, organisation: str, return_id: int, standard_ref: str) -> HttpResponse:
    """GET asks for the reason; POST marks the standard. Its answers stay underneath."""
    head = head_for_writer(request.viewer, return_id, standard_ref)
    standard = asked_content(head).standard(standard_ref)
    if standard is None:
        raise Http404
    problems: dict[str, str] = {}
    if request.method == "POST":
        try:
            mark(request.viewer, return_id, standard_ref, request.POST.get("reason", ""), at=clock.now())
        except Refused as refused:
            problems = refused.problems
        else:
            messages.success(request, f"“{standard.title}” is marked as not applicable")
            return redirect("return_tasks", organisation=organisation, return_id=return_id)
    page = {"head": head, "standard": standard, "problems": problems, "reason": request.POST.get("reason", "")}
    return render(request, "returns/mark_not_applicable.html", page, status=422 if problems else 200)
