"""How the open cycles of a partnership stand today."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from section11.cycles.models import Cycle, Invitation
from section11.cycles.queries.register_selection import in_group
from section11.cycles.vocabulary import CycleState, Group
from section11.directory.vocabulary import PARTNERSHIP_ROLES
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class CycleToday:
    """An open cycle in a few numbers."""

    slug: str
    title: str
    due: date | None
    rolling: bool
    approached: int
    not_opened: int
    started: int  # opened, and the return not in
    answered: int
    overdue: int
    recent: int  # came in during the last seven days


def cycles_today(viewer: Viewer, *, at: datetime) -> tuple[CycleToday, ...]:
    """The open cycles of the viewer's partnership, the next one due first; for everybody with a role there."""
    if viewer.partnership_id is None or not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    counts = {
        "approached": Group.APPROACHED,
        "not_opened": Group.NOT_OPENED,
        "started": Group.UNDER_WAY,
        "answered": Group.RETURNED,
        "overdue": Group.OVERDUE,
        "recent": Group.RECENT,
    }
    counted = Cycle.objects.filter(partnership=viewer.partnership_id, state=CycleState.OPEN).annotate(
        **{
            name: Count("invitations", filter=Q(invitations__in=Invitation.objects.filter(in_group(group, at))))
            for name, group in counts.items()
        }
    )
    names = ("slug", "title", "due", "rolling", *counts)
    return tuple(CycleToday(*row) for row in counted.order_by("due", "pk").values_list(*names))
