"""Close a panel that took place."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_event import record_event
from section11.challenge.models import Panel
from section11.challenge.queries.conflicts import refuse_conflicted
from section11.challenge.queries.own_panel import officers_panel
from section11.challenge.rules.panel_text import too_early
from section11.challenge.rules.transitions import state_after, states_before
from section11.challenge.vocabulary import SlotOutcome
from section11.cycles.rules.standing import who_words
from section11.lib.clock import london_date
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import listed

EMPTY = "No return has a time at this panel. Cancel it instead"


def hold_panel(viewer: Viewer, panel_id: int, *, absent: Collection[int] = (), at: datetime) -> None:
    """Close a panel once it took place: the partnership's officers may. From then on its outcomes stand.

    Every return must have an outcome; `absent` are those times without one of which is said that nobody attended.
    """
    with transaction.atomic():
        panel = officers_panel(viewer, panel_id, "hold_panel")
        slots = list(panel.slots.select_related("invitation__participation", "invitation__unit"))
        open_ones = [slot for slot in slots if slot.outcome == SlotOutcome.NOT_SET]
        missing = [who_words(s.invitation.participation.name, s.invitation.unit.name) for s in open_ones if s.pk not in absent]
        problem = too_early(panel.held_on, london_date(at)) or ("" if slots else EMPTY)
        if problem:
            raise Refused(problem)
        if missing:
            raise Refused({"absent": f"Enter the outcome of {listed(missing)} first, or say that nobody attended"})
        for slot in open_ones:
            refuse_conflicted(viewer, slot.invitation_id)
        panel.slots.filter(pk__in=[slot.pk for slot in open_ones]).update(
            outcome=SlotOutcome.DID_NOT_ATTEND, entered_at=at, entered_by_name=viewer.name, version=F("version") + 1
        )
        Panel.objects.filter(pk=panel.pk, state__in=states_before("panel", "hold_panel")).update(
            state=state_after("panel", "hold_panel"), version=F("version") + 1
        )
        record_event(
            panel.cycle.partnership.ref,
            verb="held-panel",
            actor=viewer.person_ref,
            subject=panel.ref,
            at=at,
            details={"returns": len(slots), "absent": len(open_ones)},
        )
