"""An organisation's improvement plan."""

from django.http import HttpResponse
from django.shortcuts import render

from section11.challenge.queries.recommendations import given_recommendations
from section11.directory.vocabulary import Role
from section11.lib import clock
from section11.plans.queries.plan_page import PlanPage, plan_page
from section11.plans.vocabulary import ACTION_STATE_WORDS, SHOW_WORDS, Show
from section11.web.forms.plans import ProgressForm
from section11.web.plans.update_progress import progress_form
from section11.web.request import PageRequest

ALWAYS_SHOWN = (Show.OPEN, Show.OVERDUE, Show.RED, Show.DONE)


def improvement_plan(request: PageRequest, organisation: str) -> HttpResponse:
    """The actions of the viewer's units: red and overdue first, then by due date. `update=<id>` opens one of them in place."""
    viewer = request.viewer
    plan = plan_page(viewer, show=request.GET.get("show", ""), page=request.GET.get("page", "1"), at=clock.now(), today=clock.today())
    page = {
        "plan": plan,
        "lists": [(show, SHOW_WORDS[show], n) for show, n in plan.counts.items() if n or show in ALWAYS_SHOWN],
        "list_words": SHOW_WORDS[plan.shown],
        "state_words": ACTION_STATE_WORDS,
        "total": sum(n for show, n in plan.counts.items() if show not in (Show.OVERDUE, Show.RED, Show.SUPPORT)),
        "updated": opened_in_place(request, plan) if viewer.has(Role.RETURN_LEAD, Role.CONTRIBUTOR) else None,
        "given": given_recommendations(viewer),
        "today": clock.today(),
    }
    return render(request, "plans/improvement_plan.html", page)


def opened_in_place(request: PageRequest, plan: PlanPage) -> tuple[int, ProgressForm] | None:
    """The action of this page that is updated in place, and its form."""
    wanted = request.GET.get("update", "")
    row = next(
        (row for row in plan.page.rows if str(row.action_id) == wanted and plan.shown in (Show.OPEN, Show.OVERDUE, Show.RED, Show.SUPPORT)),
        None,
    )
    return (row.action_id, progress_form(None, row.text, row.version)) if row else None
