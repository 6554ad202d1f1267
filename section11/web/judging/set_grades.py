"""Switch grading on for a cycle, with a scale of its own, or off."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from section11.challenge.operations.set_grades import set_grades as operation
from section11.challenge.queries.grade_scale import grade_scale
from section11.challenge.rules.judging import MOST_GRADES
from section11.challenge.vocabulary import STARTER_GRADES
from section11.lib import clock
from section11.lib.errors import Conflict, Refused
from section11.web.forms.judging import GradeRow
from section11.web.request import PageRequest

SPARE = 2  # blank rows below


def set_grades(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers. Where no grades are set yet, a starter stands in the boxes."""
    scale = grade_scale(request.viewer, cycle)
    if request.method != "POST":
        labels = list(scale.labels) or [label for _, label in STARTER_GRADES]
        return shown(request, scale, rows_of(None, labels))
    rows = rows_of(request.POST, [])
    typed = [row for row in rows if row.is_valid() and row.cleaned_data["label"].strip()]
    version = request.POST.get("version", "")
    try:
        operation(
            request.viewer,
            cycle,
            [] if "off" in request.POST else [row.cleaned_data["label"] for row in typed],
            version=int(version) if version.isascii() and version.isdigit() and len(version) < 9 else 0,
            at=clock.now(),
        )
    except Conflict as faster:
        return shown(request, grade_scale(request.viewer, cycle), rows, status=409, conflict=faster)
    except Refused as refused:
        problems = {}
        for name, text in refused.problems.items():
            row = typed[int(name.rpartition("-")[2])] if name else None
            problems[f"{row.prefix}-label" if row else ""] = text
            if row:
                row.add_error("label", text)
        return shown(request, scale, rows, status=422, problems=problems)
    messages.success(request, "Grading is off for this audit" if "off" in request.POST or not typed else "Grading is on for this audit")
    return redirect("triage", partnership=partnership, cycle=cycle)


def rows_of(posted: Any, labels: list[str]) -> list[GradeRow]:
    """A row for each grade, with blank ones below."""
    if posted is not None:
        return [GradeRow(posted, prefix=f"row-{number}") for number in range(MOST_GRADES + SPARE) if f"row-{number}-label" in posted]
    count = min(MOST_GRADES, len(labels) + SPARE)
    return [GradeRow(prefix=f"row-{n}", initial={"label": labels[n] if n < len(labels) else ""}) for n in range(count)]


def shown(request: PageRequest, scale: Any, rows: list[GradeRow], status: int = 200, **more: Any) -> HttpResponse:
    """The page."""
    return render(
        request, "judging/set_grades.html", {"scale": scale, "rows": rows, "problems": {}, "conflict": None, **more}, status=status
    )
