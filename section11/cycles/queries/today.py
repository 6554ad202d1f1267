"""How the open cycles of a partnership stand today."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q

from section11.cycles.models import Cycle
from section11.cycles.queries.register_selection import RECENT
from section11.cycles.vocabulary import CycleState, InvitationState, Progress
from section11.directory.vocabulary import PARTNERSHIP_ROLES
from section11.lib.clock import london_date
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
    today = london_date(at)
    invited = Q(invitations__state=InvitationState.INVITED)
    waiting = invited & Q(invitations__submissions=0)
    late = Q(invitations__due__lt=today) | Q(invitations__due__isnull=True, due__lt=today)
    counted = Cycle.objects.filter(partnership=viewer.partnership_id, state=CycleState.OPEN).annotate(
        approached=Count("invitations", filter=invited),
        not_opened=Count("invitations", filter=waiting & Q(invitations__progress=Progress.NOT_OPENED)),
        started=Count("invitations", filter=waiting & ~Q(invitations__progress=Progress.NOT_OPENED)),
        answered=Count("invitations", filter=invited & Q(invitations__submissions__gt=0)),
        overdue=Count("invitations", filter=waiting & late),
        recent=Count("invitations", filter=invited & Q(invitations__submitted_at__gt=at - RECENT)),
    )
    names = ("slug", "title", "due", "rolling", "approached", "not_opened", "started", "answered", "overdue", "recent")
    return tuple(CycleToday(*row) for row in counted.order_by("due", "pk").values_list(*names))
