"""The actions that a partnership follows, across all organisations."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db.models import F, OuterRef, QuerySet, Subquery

from section11.cycles.models import Invitation
from section11.cycles.rules.standing import who_words
from section11.lib.clock import london_date
from section11.lib.paging import Page, page_number, window
from section11.lib.viewer import Viewer
from section11.plans.models import Action
from section11.plans.queries.following import ActionFilter, counts_by_list, narrowed, shares_of, shown_as, trouble_first
from section11.plans.queries.own_plan import text_of
from section11.plans.rules import ActionText
from section11.plans.rules.waiting import is_overdue, is_red, waits_for_support
from section11.plans.vocabulary import ActionState, Show


@dataclass(frozen=True, slots=True)
class FollowedRow:
    """One action, whose it is, and the latest audit it came with."""

    action_id: int
    organisation: str
    organisation_slug: str
    unit: str
    sector: str
    cycle_title: str
    statement_ref: str
    state: ActionState
    text: ActionText
    overdue: bool
    red: bool
    waits_for_support: bool
    help_wanted: str
    done_note: str
    done_at: datetime | None
    updated_at: datetime

    @property
    def who(self) -> str:
        """The organisation, with its unit if it is not the whole."""
        return who_words(self.organisation, self.unit)

    @property
    def title(self) -> str:
        """What it is called on pages."""
        return self.text.what or "We would like help"


@dataclass(frozen=True, slots=True)
class WatchList:
    """A page of the list, how many are in each list, and what it can be narrowed to."""

    shown: Show
    counts: Mapping[Show, int]
    page: Page[FollowedRow]
    sectors: tuple[tuple[str, str], ...]
    cycles: tuple[tuple[str, str], ...]


def watch_list(viewer: Viewer, chosen: ActionFilter, *, page: str = "1", at: datetime) -> WatchList:
    """One page of the actions that match, for those who read submissions: red and overdue ones first, then by due date."""
    actions = narrowed(viewer, chosen)
    counts = counts_by_list(actions, at)
    number = page_number(page, counts[chosen.shown])
    rows = _rows(viewer, _shown(viewer, actions, chosen, at)[window(number)], at)
    sectors = shares_of(viewer).values_list("invitation__sector__key", "invitation__sector__label", "invitation__sector__order").distinct()
    cycles = shares_of(viewer).values_list("invitation__cycle__slug", "invitation__cycle__title", "invitation__cycle__opens").distinct()
    return WatchList(
        shown=chosen.shown,
        counts=counts,
        page=Page(rows, number, counts[chosen.shown]),
        sectors=tuple((key, label) for key, label, _ in sectors.order_by("invitation__sector__order", "invitation__sector__key")),
        cycles=tuple((slug, title) for slug, title, _ in cycles.order_by("-invitation__cycle__opens", "invitation__cycle__slug")),
    )


def watch_rows(viewer: Viewer, chosen: ActionFilter, *, at: datetime) -> list[FollowedRow]:
    """Every action that matches, for a download; for those who read submissions."""
    return _rows(viewer, _shown(viewer, narrowed(viewer, chosen), chosen, at), at)


def _shown(viewer: Viewer, actions: QuerySet[Action], chosen: ActionFilter, at: datetime) -> QuerySet[Action]:
    latest = shares_of(viewer).filter(action_id=OuterRef("pk")).order_by("-pk").values("invitation_id")[:1]
    shown = trouble_first(actions.filter(shown_as(chosen.shown, at)), at)
    return shown.annotate(asked_by=Subquery(latest), statement_ref=F("statement__ref"))


def _rows(viewer: Viewer, actions: QuerySet[Action], at: datetime) -> list[FollowedRow]:
    today = london_date(at)
    found = list(actions)
    wanted = {getattr(a, "asked_by", 0) for a in found}
    invitations = {
        one.pk: one
        for one in Invitation.objects.filter(pk__in=wanted, cycle__partnership=viewer.partnership).select_related(
            "participation", "unit", "sector", "cycle"
        )
    }
    rows = []
    for a in found:
        invitation = invitations[getattr(a, "asked_by", 0)]
        is_done = a.state in (ActionState.DONE, ActionState.CONFIRMED)
        rows.append(
            FollowedRow(
                action_id=a.pk,
                organisation=invitation.participation.name,
                organisation_slug=invitation.participation.slug,
                unit=invitation.unit.name,
                sector=invitation.sector.label,
                cycle_title=invitation.cycle.title,
                statement_ref=getattr(a, "statement_ref", None) or "",
                state=ActionState(a.state),
                text=text_of(a),
                overdue=is_overdue(a.state, a.due, today),
                red=is_red(a.state, a.rag),
                waits_for_support=waits_for_support(a.state, a.wants_help, a.help_asked_at, a.help_replied_at),
                help_wanted=a.help_wanted,
                done_note=a.done_note if is_done else "",
                done_at=a.done_at if is_done else None,
                updated_at=a.updated_at,
            )
        )
    return rows
