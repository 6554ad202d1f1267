"""Start a return from last time's answers."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.lib import clock
from section11.lib.errors import Refused
from section11.lib.words import plural
from section11.returns.operations.carry_answers import carry_answers as carry
from section11.returns.queries.round_of import round_of
from section11.returns.queries.writing import head_for_lead
from section11.web.request import PageRequest


def carry_answers(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """GET says what will happen; POST carries last time's answers to where nobody has typed."""
    head = head_for_lead(request.viewer, return_id)
    problems: dict[str, str] = {}
    if request.method == "POST":
        try:
            carried = carry(request.viewer, return_id, at=clock.now())
        except Refused as refused:
            problems = refused.problems
        else:
            told = f"{plural(carried.answers, 'answer')} and {plural(carried.narratives, 'text')} carried. Confirm or change each of them."
            nothing = "Nothing more to carry: somebody has touched every answer there was one for."
            messages.success(request, told if carried.answers or carried.narratives else nothing)
            return redirect("return_tasks", organisation=organisation, return_id=return_id)
    page = {"head": head, "round": round_of(head), "problems": problems}
    return render(request, "returns/carry_answers.html", page, status=422 if problems else 200)
