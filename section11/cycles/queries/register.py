"""The register of returns: who was invited, how far they are, who answered and when."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from section11.cycles.models import Cycle, Invitation
from section11.cycles.queries.register_selection import NEVER, RegisterFilter, counts_by_group, in_order, narrowed, readable_cycle
from section11.cycles.rules.standing import Standing, who_words
from section11.cycles.vocabulary import CycleState, Group
from section11.directory.queries.answering import answerers
from section11.directory.vocabulary import Role
from section11.lib.clock import london_date
from section11.lib.errors import Absent
from section11.lib.paging import Page, page_number, window
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class LeadOfRow:
    """Somebody whom emails about a unit's return go to: its leads, or a deputy where no lead can be reached."""

    name: str
    email: str


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One invitation. `leads` is filled for officers only."""

    invitation_id: int
    organisation: str
    organisation_slug: str
    unit: str
    unit_id: int
    sector: str
    form: str
    standing: Standing
    is_overdue: bool
    own_due: bool
    last_contact: datetime | None
    reminded_at: datetime | None
    invited_at: datetime | None
    leads: tuple[LeadOfRow, ...]

    @property
    def who(self) -> str:
        """The organisation, with its unit if it is not the whole."""
        return who_words(self.organisation, self.unit)


@dataclass(frozen=True, slots=True)
class Register:
    """The register of one cycle. `counts` and `total` are under the filter but for its state."""

    cycle_id: int
    slug: str
    title: str
    state: CycleState
    due: date | None
    rolling: bool
    sectors: tuple[tuple[str, str], ...]
    counts: Mapping[Group, int]
    total: int
    page: Page[RegisterRow]


def register_of_returns(viewer: Viewer, cycle_slug: str, chosen: RegisterFilter, *, page: str, at: datetime) -> Register:
    """One page of the rows that match, with the counts above it; for everybody with a role in the partnership."""
    cycle = readable_cycle(viewer, cycle_slug)
    total, counts = counts_by_group(cycle, chosen, at)
    matching = counts[Group(chosen.state)] if chosen.state in set(Group) else total
    number = page_number(page, matching)
    rows = _rows(viewer, cycle, in_order(narrowed(cycle, chosen, at), chosen.sort)[window(number)], at)
    sectors = Invitation.objects.filter(cycle=cycle).values_list("sector__key", "sector__label", "sector__order").distinct()
    return Register(
        cycle_id=cycle.pk,
        slug=cycle.slug,
        title=cycle.title,
        state=CycleState(cycle.state),
        due=cycle.due,
        rolling=cycle.rolling,
        sectors=tuple((key, label) for key, label, _ in sectors.order_by("sector__order", "sector__key")),
        counts=counts,
        total=total,
        page=Page(rows, number, matching),
    )


def register_rows(viewer: Viewer, cycle_slug: str, chosen: RegisterFilter, *, at: datetime) -> list[RegisterRow]:
    """Every row that matches, for a download or a preview; for everybody with a role in the partnership."""
    cycle = readable_cycle(viewer, cycle_slug)
    return _rows(viewer, cycle, in_order(narrowed(cycle, chosen, at), chosen.sort), at)


def chosen_rows(viewer: Viewer, cycle_slug: str, invitation_ids: Collection[int], *, at: datetime) -> list[RegisterRow]:
    """These rows, by name; absent as a whole when one of them is not the cycle's. For officers."""
    if not viewer.has(Role.OFFICER):
        raise Absent
    cycle = readable_cycle(viewer, cycle_slug)
    wanted = set(invitation_ids)
    rows = _rows(viewer, cycle, in_order(narrowed(cycle, RegisterFilter(), at).filter(pk__in=wanted), ""), at)
    if len(rows) != len(wanted):
        raise Absent
    return rows


def _rows(viewer: Viewer, cycle: Cycle, found: QuerySet[Invitation], at: datetime) -> list[RegisterRow]:
    today = london_date(at)
    invitations = list(found.select_related("participation", "unit", "sector"))
    leads = _leads(invitations) if viewer.has(Role.OFFICER) else {}
    rows = []
    for invitation in invitations:
        invitation.cycle = cycle
        standing = invitation.standing
        last = getattr(invitation, "by_contact", NEVER)
        rows.append(
            RegisterRow(
                invitation_id=invitation.pk,
                organisation=invitation.participation.name,
                organisation_slug=invitation.participation.slug,
                unit=invitation.unit.name,
                unit_id=invitation.unit_id,
                sector=invitation.sector.label,
                form=invitation.form,
                standing=standing,
                is_overdue=standing.overdue(today),
                own_due=invitation.due not in (None, cycle.due),
                last_contact=None if last == NEVER else last,
                reminded_at=getattr(invitation, "reminded_at", None),
                invited_at=invitation.invited_at,
                leads=tuple(leads.get(invitation.unit_id, ())),
            )
        )
    return rows


def _leads(invitations: list[Invitation]) -> dict[int, list[LeadOfRow]]:
    """To whom emails about each unit's return go now, in one statement."""
    people = answerers({invitation.unit_id for invitation in invitations})
    return {unit_id: [LeadOfRow(one.name, one.email) for one in found.leads] for unit_id, found in people.items()}
