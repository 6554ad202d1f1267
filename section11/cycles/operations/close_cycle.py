"""Close a cycle."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.models import Cycle
from section11.cycles.queries.own_cycle import officers_cycle
from section11.cycles.vocabulary import CycleState
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer


def close_cycle(viewer: Viewer, cycle_slug: str, *, at: datetime) -> None:
    """Close an open cycle: no return is taken any more, all remain readable. Its partnership's officers may."""
    cycle = officers_cycle(viewer, cycle_slug)
    with transaction.atomic():
        closed = Cycle.objects.filter(pk=cycle.pk, state=CycleState.OPEN).update(state=CycleState.CLOSED, closed_at=at)
        if not closed:
            raise Refused("Only an open audit can be closed, and this one is not open")
        record_event(cycle.partnership.ref, verb="cycle-closed", actor=viewer.person_ref, subject=cycle.ref, at=at)
