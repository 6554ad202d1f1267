"""A page of an organisation's improvement plan."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, F, OuterRef

from section11.lib.paging import Page, page_number, window
from section11.lib.viewer import Viewer
from section11.plans.models import ActionShare
from section11.plans.queries.following import counts_by_list, shown_as, trouble_first
from section11.plans.queries.own_plan import own_actions, text_of
from section11.plans.rules import ActionText
from section11.plans.rules.waiting import is_overdue, is_red
from section11.plans.vocabulary import ActionState, Show


@dataclass(frozen=True, slots=True)
class PlanRow:
    """One action in the list."""

    action_id: int
    version: int
    state: ActionState
    text: ActionText
    unit_name: str
    statement_ref: str
    followed: bool
    overdue: bool
    red: bool

    @property
    def title(self) -> str:
        """What it is called on pages."""
        return self.text.what or "We would like help"


@dataclass(frozen=True, slots=True)
class PlanPage:
    """A page of the plan, and how many actions are in each list."""

    shown: Show
    counts: Mapping[Show, int]
    page: Page[PlanRow]


def plan_page(viewer: Viewer, *, show: str = "", page: str = "1", at: datetime, today: date) -> PlanPage:
    """The actions of the units in which the viewer has a role: red and overdue ones first, then by due date, undated last."""
    shown = Show(show) if show in set(Show) else Show.OPEN
    actions = own_actions(viewer)
    counts = counts_by_list(actions, at)
    number = page_number(page, counts[shown])
    rows = trouble_first(actions.filter(shown_as(shown, at)), at).annotate(
        statement_ref=F("statement__ref"),
        unit_name=F("unit__name"),
        followed=Exists(ActionShare.objects.filter(action_id=OuterRef("pk"))),
    )
    return PlanPage(
        shown=shown,
        counts=counts,
        page=Page(
            [
                PlanRow(
                    action_id=a.pk,
                    version=a.version,
                    state=ActionState(a.state),
                    text=text_of(a),
                    unit_name=a.unit_name,
                    statement_ref=a.statement_ref or "",
                    followed=a.followed,
                    overdue=is_overdue(a.state, a.due, today),
                    red=is_red(a.state, a.rag),
                )
                for a in rows[window(number)]
            ],
            number,
            counts[shown],
        ),
    )
