"""Note which organisations need a support conversation."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_events import Happened, record_events
from section11.challenge.models import SupportConversation
from section11.challenge.queries.return_standings import return_standings
from section11.cycles.models import Cycle
from section11.cycles.queries.own_cycle import lock_cycle
from section11.lib.errors import Absent
from section11.lib.refs import ref
from section11.lib.viewer import SystemViewer, Viewer


def note_support_needed(viewer: Viewer, cycle_id: int, *, at: datetime) -> int:
    """Note a support conversation for every return of a cycle that does not fully meet the standards; the product itself does.

    Each return gets one, however often this is done. Answers how many are new.
    """
    if not isinstance(viewer, SystemViewer):
        raise Absent
    cycle = Cycle.objects.filter(pk=cycle_id, partnership=viewer.partnership).first()
    if cycle is None:
        raise Absent
    if not _new(viewer, cycle):
        return 0
    with transaction.atomic():
        lock_cycle(cycle_id)  # nobody else does the same meanwhile
        new = _new(viewer, cycle)
        SupportConversation.objects.bulk_create(SupportConversation(invitation_id=one, needed_at=at) for one in new)
        told = [Happened(ref("partnership", viewer.partnership), "support-needed", ref("invitation", one)) for one in new]
        record_events(told, actor=viewer.person_ref, at=at)
    return len(new)


def _new(viewer: Viewer, cycle: Cycle) -> list[int]:
    wanting = {one for one, standing in return_standings(viewer, cycle).items() if not standing.fully_meets}
    return sorted(wanting - set(SupportConversation.objects.filter(invitation__cycle=cycle).values_list("invitation_id", flat=True)))
