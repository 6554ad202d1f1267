"""An organisation's improvement plan."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.lib import clock
from section11.plans.queries import actions_of_organisation
from section11.web.request import PageRequest


def improvement_plan(request: PageRequest, organisation: str) -> HttpResponse:
    """Every action of the viewer's units: red and overdue first, then by due date."""
    today = clock.today()
    actions = actions_of_organisation(request.viewer)
    late = [a for a in actions if a.text.rag == "red" or (a.text.due and a.text.due < today)]
    rest = [a for a in actions if a not in late]
    return render(request, "plans/improvement_plan.html", {"late": late, "rest": rest, "today": today})
