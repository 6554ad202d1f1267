"""Say that a whole standard does not apply, with one reason."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render

from section11.lib import clock
from section11.lib.errors import Refused
from section11.returns.operations.mark_not_applicable import mark_not_applicable as mark
from section11.returns.queries.content import asked_content
from section11.returns.queries.writing import head_for_writer
from section11.web.account.held_form import held_initial, release_held_form
from section11.web.forms.sign_off import MarkForm
from section11.web.request import PageRequest


def mark_not_applicable(request: PageRequest, organisation: str, return_id: int, standard_ref: str) -> HttpResponse:
    """GET asks for the reason; POST marks the standard. Its answers stay underneath."""
    head = head_for_writer(request.viewer, return_id, standard_ref)
    standard = asked_content(head).standard(standard_ref)
    if standard is None:
        raise Http404
    problems: dict[str, str] = {}
    held = held_initial(request, MarkForm)
    if request.method == "POST":
        try:
            mark(request.viewer, return_id, standard_ref, request.POST.get("reason", ""), at=clock.now())
        except Refused as refused:
            problems = refused.problems
        else:
            release_held_form(request)
            messages.success(request, f"“{standard.title}” is marked as not applicable")
            return redirect("return_tasks", organisation=organisation, return_id=return_id)
    page = {
        "head": head,
        "standard": standard,
        "problems": problems,
        "reason": request.POST.get("reason", held.get("reason", "")),
        "held": request.POST.get("held", held.get("held", "")),
    }
    return render(request, "returns/mark_not_applicable.html", page, status=422 if problems else 200)
