"""Whom a cycle invites, and how many emails that makes."""

from dataclasses import dataclass

from section11.cycles.models import Invitation
from section11.cycles.queries.own_cycle import officers_cycle
from section11.cycles.rules.standing import who_words
from section11.cycles.vocabulary import InvitationState
from section11.directory.queries.answering import answerers
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
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
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    own = {"cycle__slug": cycle_slug, "cycle__partnership": viewer.partnership_id}
    invited = list(
        Invitation.objects.filter(**own, state=InvitationState.INVITED)
        .order_by("sector__order", "sector__key", "order")
        .values_list("unit", "participation", "participation__name", "unit__name", "sector__label")
    )
    if not invited:
        officers_cycle(viewer, cycle_slug)  # absent, or nobody is invited yet
    sectors, people = [row[4] for row in invited], answerers({row[0] for row in invited})
    return Whom(
        units=len(invited),
        organisations=len({row[1] for row in invited}),
        emails=sum(len(people[row[0]].leads) for row in invited),
        without_lead=tuple(who_words(name, unit_name) for unit, _, name, unit_name, _ in invited if not people[unit].leads),
        by_sector=tuple((sector, sectors.count(sector)) for sector in dict.fromkeys(sectors)),
    )
