"""The follow-ups of a cycle, and one of them whole."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, F, QuerySet, Value, When

from section11.challenge.models import FollowUp, FollowUpCause
from section11.challenge.queries.conflicts import is_conflicted, must_be_a_colleague
from section11.challenge.queries.follow_up_hands import (
    own_follow_up,
    strategic_lead_of,
    why_not_acknowledged,
    why_not_closed,
)
from section11.challenge.rules.transitions import can
from section11.challenge.vocabulary import FOLLOW_UP_REASON_WORDS, FOLLOW_UP_STATE_WORDS, FollowUpReason, FollowUpState
from section11.cycles.queries.register_selection import readable_cycle
from section11.cycles.rules.standing import who_words
from section11.directory.queries.sector_leads import SectorLeadRow, StrategicLead, sector_leads
from section11.lib.errors import Absent
from section11.lib.paging import Page, page_number, window
from section11.lib.viewer import Viewer

_FIRST = Case(When(state=FollowUpState.OPEN, then=Value(0)), When(state=FollowUpState.ACKNOWLEDGED, then=Value(1)), default=Value(2))
FIELDS = {
    "follow_up_id": F("pk"),
    "name": F("invitation__participation__name"),
    "unit": F("invitation__unit__name"),
    "sector": F("invitation__sector__label"),
    "sector_id": F("invitation__sector_id"),
}
OWN = (
    *("invitation_id", "state", "raised_at", "raised_by_name", "acknowledged_at", "acknowledged_by_name"),
    *("outcome", "closed_at", "closed_by_name", "version"),
)


@dataclass(frozen=True, slots=True)
class CauseTold:
    """One reason, with its figures as they stood. `note`: an officer's words."""

    reason: FollowUpReason
    met: int | None
    rated: int | None
    statements: tuple[str, ...]
    note: str

    @property
    def words(self) -> str:
        """The reason in words."""
        return FOLLOW_UP_REASON_WORDS[self.reason]


@dataclass(frozen=True, slots=True)
class FollowUpRow:
    """One follow-up."""

    follow_up_id: int
    invitation_id: int
    name: str
    unit: str
    sector: str
    sector_id: int
    state: FollowUpState
    raised_at: datetime
    raised_by_name: str
    acknowledged_at: datetime | None
    acknowledged_by_name: str
    outcome: str
    closed_at: datetime | None
    closed_by_name: str
    version: int
    causes: Sequence[CauseTold]
    lead: StrategicLead | None
    is_mine: bool

    @property
    def who(self) -> str:
        """The organisation, with its unit if it is not the whole."""
        return who_words(self.name, self.unit)

    @property
    def state_words(self) -> str:
        """Where it stands; who it waits for where nobody is named."""
        if self.state is FollowUpState.OPEN and self.lead is None:
            return "Waiting: no lead is named"
        return FOLLOW_UP_STATE_WORDS[self.state]


@dataclass(frozen=True, slots=True)
class FollowUpFilter:
    """Which follow-ups are looked at. Values that mean nothing are left out of account."""

    state: str = ""
    sector: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FollowUpList:
    """A page of a cycle's follow-ups, and how many there are of each state."""

    slug: str
    title: str
    page: Page[FollowUpRow]
    counts: Mapping[FollowUpState, int]
    sectors: Sequence[SectorLeadRow]
    leads_any: bool  # whether the viewer is the strategic lead of a sector


def follow_up_list(viewer: Viewer, cycle_slug: str, chosen: FollowUpFilter, *, page: str = "1") -> FollowUpList:
    """A cycle's follow-ups, to everybody with a role in the partnership: the viewer's own sectors first. Six SQL statements."""
    cycle = readable_cycle(viewer, cycle_slug)
    sectors = sector_leads(viewer)
    mine = [row.sector_id for row in sectors if row.lead and row.lead.person_id == viewer.person_id]
    every = FollowUp.objects.filter(invitation__cycle=cycle)
    if chosen.sector:
        every = every.filter(invitation__sector__key=chosen.sector)
    if chosen.reason in set(FollowUpReason):
        every = every.filter(pk__in=FollowUpCause.objects.filter(reason=chosen.reason).values("follow_up"))
    counts = {FollowUpState(key): number for key, number in every.order_by().values_list("state").annotate(number=Count("pk"))}
    wanted = {FollowUpState(chosen.state)} if chosen.state in set(FollowUpState) else set(FollowUpState)
    total = sum(counts.get(one, 0) for one in wanted)
    number = page_number(page, total)
    own_first = Case(When(invitation__sector__in=mine, then=Value(0)), default=Value(1)) if mine else Value(0)
    found = every.filter(state__in=wanted).order_by(own_first, _FIRST, "raised_at", "pk")
    leads = {row.sector_id: row.lead for row in sectors}
    rows = _rows(viewer, found[window(number)], leads)
    return FollowUpList(cycle.slug, cycle.title, Page(rows, number, total), counts, sectors, bool(mine))


@dataclass(frozen=True, slots=True)
class FollowUpView:
    """One follow-up, and what the viewer may do with it: the problems say why not."""

    row: FollowUpRow
    cycle_slug: str
    cycle_title: str
    submissions: int
    not_acknowledged: str
    not_closed: str


def follow_up_view(viewer: Viewer, cycle_slug: str, follow_up_id: int) -> FollowUpView:
    """One follow-up of that cycle, to everybody with a role in the partnership."""
    found = own_follow_up(viewer, follow_up_id)
    invitation = found.invitation
    if invitation.cycle.slug != cycle_slug:
        raise Absent
    lead = strategic_lead_of(found)
    [row] = _rows(viewer, FollowUp.objects.filter(pk=found.pk), {invitation.sector_id: lead})
    conflict = must_be_a_colleague(invitation.participation.name) if is_conflicted(viewer, found.invitation_id) else ""
    over = "" if can("follow-up", "close_follow_up", found.state) else "It is closed"
    had = "" if can("follow-up", "acknowledge_follow_up", found.state) else "Somebody has it"
    return FollowUpView(
        row=row,
        cycle_slug=invitation.cycle.slug,
        cycle_title=invitation.cycle.title,
        submissions=invitation.submissions,
        not_acknowledged=over or had or conflict or why_not_acknowledged(viewer, lead),
        not_closed=over or conflict or why_not_closed(viewer, lead),
    )


def _rows(viewer: Viewer, found: QuerySet[FollowUp], leads: Mapping[int, StrategicLead | None]) -> list[FollowUpRow]:
    values: list[dict[str, Any]] = list(found.values(*OWN, **FIELDS))
    causes: defaultdict[int, list[CauseTold]] = defaultdict(list)
    for cause in FollowUpCause.objects.filter(follow_up__in=[row["follow_up_id"] for row in values]):
        refs = tuple(ref.strip() for ref in cause.statements.split(",") if ref.strip())
        causes[cause.follow_up_id].append(CauseTold(FollowUpReason(cause.reason), cause.met, cause.rated, refs, cause.note))
    rows = []
    for row in values:
        lead = leads.get(row["sector_id"])
        is_mine = lead is not None and lead.person_id == viewer.person_id
        rows.append(
            FollowUpRow(**{**row, "state": FollowUpState(row["state"])}, causes=causes[row["follow_up_id"]], lead=lead, is_mine=is_mine)
        )
    return rows
