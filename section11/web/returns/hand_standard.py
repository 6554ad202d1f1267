"""Hand standards to contributors, and take them back."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.directory.queries.people import people_of_unit
from section11.directory.vocabulary import Role
from section11.lib import clock
from section11.lib.errors import Refused
from section11.returns.operations.hand_standard import hand_standard as hand
from section11.returns.operations.take_standard_back import take_standard_back
from section11.returns.queries.assignments import assignments
from section11.returns.queries.content import asked_content
from section11.returns.queries.writing import head_for_lead
from section11.web.request import PageRequest
from section11.web.returns.typed_answers import number


def hand_standard(request: PageRequest, organisation: str, return_id: int) -> HttpResponse:
    """GET shows who has what; POST hands the ticked standards to one contributor, or takes one back."""
    viewer = request.viewer
    head = head_for_lead(viewer, return_id)
    problems: dict[str, str] = {}
    if request.method == "POST":
        if "take_back" in request.POST:
            take_standard_back(viewer, return_id, number(request.POST["take_back"]), at=clock.now())
            messages.success(request, "Taken back. What they wrote stays.")
            return redirect("hand_standard", organisation=organisation, return_id=return_id)
        refs, member = request.POST.getlist("standard"), number(request.POST.get("member", ""))
        if not refs:
            problems["standard"] = "Tick the standards to hand over"
        if not member:
            problems["member"] = "Choose who gets them"
        if not problems:
            try:
                for ref in refs:
                    hand(viewer, return_id, ref, member, at=clock.now())
            except Refused as refused:
                problems = refused.problems
            else:
                messages.success(request, "Handed over. They can now write in those standards, and you still can too.")
                return redirect("hand_standard", organisation=organisation, return_id=return_id)
    handed = assignments(head)
    standards = asked_content(head).standards
    page = {
        "head": head,
        "standards": standards,
        "handed": {s.ref: [a for a in handed if a.standard_ref == s.ref] for s in standards},
        "contributors": [m for m in people_of_unit(viewer, head.unit_id) if m.role == Role.CONTRIBUTOR],
        "chosen": request.POST.getlist("standard"),
        "problems": problems,
    }
    return render(request, "returns/hand_standard.html", page, status=422 if problems else 200)
