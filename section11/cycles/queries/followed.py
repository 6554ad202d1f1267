"""The cycles whose returns are followed up and supported by themselves. For the product itself only."""

from datetime import datetime, timedelta

from django.db.models import Q

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from section11.lib.errors import Absent
from section11.lib.viewer import SystemViewer, Viewer

AFTER_CLOSING = timedelta(days=365)  # levels are agreed after the closing, too


def followed_cycles(viewer: Viewer, *, at: datetime) -> list[tuple[int, int]]:
    """(cycle, partnership) of every open cycle, and of those closed in the last year; not of what came from a file, without emails."""
    if not isinstance(viewer, SystemViewer):
        raise Absent
    alive = Q(state=CycleState.OPEN) | Q(state=CycleState.CLOSED, closed_at__gt=at - AFTER_CLOSING)
    return list(Cycle.objects.filter(alive).exclude(email_body="").order_by("pk").values_list("pk", "partnership_id"))
