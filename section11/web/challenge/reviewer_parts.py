"""Who reviews what of a cycle."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.give_reviewer_part import give_reviewer_part
from section11.challenge.operations.take_reviewer_part import take_reviewer_part
from section11.challenge.queries.part_list import reviewer_parts_of
from section11.lib import clock
from section11.lib.errors import Refused
from section11.web.components.problems import add_problems
from section11.web.forms.challenge import PartForm
from section11.web.request import PageRequest


def reviewer_parts(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """GET shows each reviewer's standards and sectors; POST gives one more, or takes one back (`take`: its number)."""
    found = reviewer_parts_of(request.viewer, cycle)
    taken = request.POST.get("take", "")
    posted = request.POST if request.method == "POST" and not taken else None
    members = [(str(one.membership_id), one.name) for one in found.reviewers]
    form = PartForm(posted, members=members, parts=found.choices)
    if taken:
        number = int(taken) if taken.isascii() and taken.isdigit() and len(taken) < 18 else 0
        take_reviewer_part(request.viewer, cycle, number, at=clock.now())
        messages.success(request, "It is taken back.")
        return redirect("reviewer_parts", partnership=partnership, cycle=cycle)
    if posted is not None and form.is_valid():
        try:
            give_reviewer_part(request.viewer, cycle, int(form.cleaned_data["member"]), form.cleaned_data["part"], at=clock.now())
        except Refused as refused:
            add_problems(form, refused.problems)
        else:
            messages.success(request, "It is given.")
            return redirect("reviewer_parts", partnership=partnership, cycle=cycle)
    return render(request, "challenge/reviewer_parts.html", {"found": found, "form": form}, status=422 if form.errors else 200)
