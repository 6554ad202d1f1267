"""The rounds that units have answered: each invitation with its latest submission, to follow a unit from one to the next."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet, Subquery

from section11.cycles.queries.cycles_to_compare import FIELDS as CYCLE_FIELDS
from section11.cycles.queries.cycles_to_compare import AskedCycle
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.vocabulary import PARTNERSHIP_ROLES, READERS
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation
from section11.returns.queries.head import visible

FIELDS = {
    "invitation_id": "invitation_id",
    "submission_id": "latest_id",
    "reference": "latest__reference",
    "submitted_at": "latest__submitted_at",
    "unit_id": "invitation__unit_id",
    "unit_slug": "invitation__unit__slug",
    "unit_name": "invitation__unit__name",
    "organisation_slug": "invitation__participation__slug",
    "organisation_name": "invitation__participation__name",
    "sector_key": "invitation__sector__key",
    "sector_label": "invitation__sector__label",
    "sector_order": "invitation__sector__order",
}


@dataclass(frozen=True, slots=True)
class Round:
    """What a unit last submitted to one invitation, by the names it has in the partnership."""

    cycle: AskedCycle
    invitation_id: int
    submission_id: int
    reference: str
    submitted_at: datetime
    unit_id: int
    unit_slug: str
    unit_name: str
    organisation_slug: str
    organisation_name: str
    sector_key: str
    sector_label: str
    sector_order: int


def rounds_of_cycles(viewer: Viewer, *cycle_ids: int) -> list[Round]:
    """The answered rounds of these cycles of the viewer's partnership, in the order of invitation, to everybody with a role there.

    What was withdrawn or exempt is left out, as in figures.
    """
    if not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    rows = _answered().filter(invitation__cycle__in=cycle_ids, invitation__cycle__partnership=viewer.partnership)
    return _read(rows.order_by("invitation__order", "invitation_id"))


def rounds_of_organisation(viewer: Viewer, organisation_slug: str) -> list[Round]:
    """Every answered round of an organisation of the viewer's partnership, the latest first, to those who read submissions."""
    if viewer.partnership_id is None or not viewer.has(*READERS):
        raise Absent
    rows = _answered().filter(invitation__cycle__partnership=viewer.partnership, invitation__participation__slug=organisation_slug)
    return sorted(_read(rows.order_by("invitation__unit__slug")), key=lambda one: one.cycle.began, reverse=True)


def rounds_of_return(viewer: Viewer, return_id: int) -> list[Round]:
    """Every answered round of the unit of one of the viewer's returns, for the partnership that it is for, the latest first."""
    mine = visible(viewer).filter(unit_return_id=return_id).order_by("pk")
    rows = _answered().filter(
        invitation__unit=Subquery(mine.values("invitation__unit_id")[:1]),
        invitation__cycle__partnership=Subquery(mine.values("invitation__cycle__partnership_id")[:1]),
    )
    return sorted(_read(rows), key=lambda one: one.cycle.began, reverse=True)


def _answered() -> QuerySet[ReturnInvitation]:
    return ReturnInvitation.objects.filter(latest__isnull=False, invitation__state=InvitationState.INVITED).exclude(
        invitation__cycle__state=CycleState.DRAFT
    )


def _read(rows: QuerySet[ReturnInvitation]) -> list[Round]:
    paths = [*FIELDS.values(), *(f"invitation__cycle__{path}" for path in CYCLE_FIELDS.values())]
    found = []
    for values in rows.values_list(*paths):
        own, cycle = values[: len(FIELDS)], values[len(FIELDS) :]
        made = AskedCycle(**dict(zip(CYCLE_FIELDS, cycle, strict=True)))
        found.append(Round(cycle=made, **dict(zip(FIELDS, own, strict=True))))
    return found
