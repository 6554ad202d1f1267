"""What has to be known to check many invitations at once, before any of them is made."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from section11.cycles.models import Invitation
from section11.cycles.queries.own_cycle import officers_cycle
from section11.cycles.queries.sent_before import sent_before
from section11.cycles.queries.tiny_form import asks_tiny
from section11.cycles.rules.standing import Standing
from section11.cycles.vocabulary import CycleState
from section11.directory.models import Participation, Sector, Unit
from section11.lib.clock import london_date
from section11.lib.dates import is_past
from section11.lib.viewer import Viewer
from section11.lib.words import same_name

Place = tuple[str, str]  # an organisation and a unit of it (empty: the whole), both by `same_name`


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """An organisation that takes part in the partnership already."""

    name: str
    sector_key: str
    sector: str
    units: frozenset[str]  # by `same_name`


@dataclass(frozen=True, slots=True)
class InvitationContext:
    """One cycle, and who is there already."""

    cycle_slug: str
    state: CycleState
    opens: date | None
    due: date | None
    today: date
    due_has_passed: bool
    sectors: Mapping[str, str]  # key -> label
    organisations: Mapping[str, KnownOrganisation]  # by `same_name`
    invited: Mapping[Place, Standing]
    sent_before: frozenset[Place]  # on standards that can be compared
    asks_tiny: bool = True  # its standards have a tiny form


def invitation_context(viewer: Viewer, cycle_slug: str, *, at: datetime) -> InvitationContext:
    """What invitations to this cycle are checked against; for the partnership's officers."""
    cycle = officers_cycle(viewer, cycle_slug)
    sectors = Sector.objects.filter(partnership=cycle.partnership).order_by("order", "key")
    units: dict[int, set[str]] = {}
    in_partnership = Unit.objects.filter(organisation__participations__partnership=cycle.partnership).exclude(name="")
    for organisation_id, name in in_partnership.values_list("organisation_id", "name"):
        units.setdefault(organisation_id, set()).add(same_name(name))
    there = Participation.objects.filter(partnership=cycle.partnership).select_related("sector")
    answered = sent_before(cycle)
    return InvitationContext(
        cycle_slug=cycle.slug,
        state=CycleState(cycle.state),
        opens=cycle.opens,
        due=cycle.due,
        today=london_date(at),
        due_has_passed=cycle.state == CycleState.OPEN and cycle.due is not None and is_past(cycle.due, at),
        sectors=dict(sectors.values_list("key", "label")),
        organisations={
            p.same_name: KnownOrganisation(p.name, p.sector.key, p.sector.label, frozenset(units.get(p.organisation_id, ()))) for p in there
        },
        invited={
            (i.participation.same_name, same_name(i.unit.name)): i.standing
            for i in Invitation.objects.filter(cycle=cycle).select_related("participation", "unit", "cycle")
        },
        sent_before=frozenset((name, same_name(unit)) for name, unit in answered.values_list("participation__same_name", "unit__name")),
        asks_tiny=asks_tiny(cycle),
    )
