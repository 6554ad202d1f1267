"""To what an organisation was invited over the years."""

from dataclasses import dataclass
from datetime import datetime

from section11.cycles.models import Invitation
from section11.cycles.rules.standing import Standing
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import PARTNERSHIP_ROLES
from section11.lib.clock import london_date
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer

MOST = 50


@dataclass(frozen=True, slots=True)
class PastInvitation:
    """One unit in one audit."""

    invitation_id: int
    cycle_slug: str
    cycle_title: str
    unit: str  # empty: the whole organisation
    form: str
    standing: Standing
    is_overdue: bool


def participation_invitations(viewer: Viewer, participation_id: int, *, at: datetime) -> list[PastInvitation]:
    """The latest invitations of one that takes part in the viewer's partnership, in audits that have opened; for everybody there."""
    if viewer.partnership_id is None or not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    rows = (
        Invitation.objects.filter(participation_id=participation_id, participation__partnership_id=viewer.partnership)
        .exclude(cycle__state=CycleState.DRAFT)
        .select_related("cycle", "unit")
        .order_by("-cycle__opens", "-cycle_id", "order", "pk")
    )
    return [
        PastInvitation(
            invitation_id=one.pk,
            cycle_slug=one.cycle.slug,
            cycle_title=one.cycle.title,
            unit=one.unit.name,
            form=one.form,
            standing=one.standing,
            is_overdue=one.standing.overdue(london_date(at)),
        )
        for one in rows[:MOST]
    ]
