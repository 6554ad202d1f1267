"""Whom a cycle invites, and how many emails that makes."""

from dataclasses import dataclass

from section11.cycles.models import Invitation
from section11.cycles.queries.own_cycle import officers_cycle
from section11.cycles.rules.standing import who_words
from section11.cycles.vocabulary import InvitationState
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Whom:
    """The units invited, how many emails they get, and those nobody leads."""

    units: int
    organisations: int
    emails: int
    without_lead: tuple[str, ...]
    by_sector: tuple[tuple[str, int], ...]


def whom_invited(viewer: Viewer, cycle_slug: str) -> Whom:
    """Whom that cycle invites; for the partnership's officers."""
    cycle = officers_cycle(viewer, cycle_slug)
    invited = list(
        Invitation.objects.filter(cycle=cycle, state=InvitationState.INVITED)
        .order_by("sector__order", "sector__key", "order")
        .values_list("unit", "participation", "participation__name", "unit__name", "sector__label")
    )
    running = Membership.objects.filter(role=Role.RETURN_LEAD, ended_at__isnull=True)
    led = list(running.filter(unit__in=Invitation.objects.filter(cycle=cycle).values("unit")).values_list("unit", flat=True))
    units, sectors = {row[0] for row in invited}, [row[4] for row in invited]
    return Whom(
        units=len(invited),
        organisations=len({row[1] for row in invited}),
        emails=sum(unit in units for unit in led),
        without_lead=tuple(who_words(name, unit_name) for unit, _, name, unit_name, _ in invited if unit not in set(led)),
        by_sector=tuple((sector, sectors.count(sector)) for sector in dict.fromkeys(sectors)),
    )
