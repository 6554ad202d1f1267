"""Take a return's time at a panel away."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_events import Happened, record_events
from section11.challenge.models import PanelTelling
from section11.challenge.queries.judged import streams_of
from section11.challenge.queries.own_panel import officers_panel, slot_of, told_last
from section11.challenge.vocabulary import SlotOutcome, Telling
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer

HAS_OUTCOME = "This return has been before the panel: its outcome is entered. It can no longer be taken off the timetable"


def remove_slot(viewer: Viewer, panel_id: int, slot_id: int, *, at: datetime) -> bool:
    """Take a return off a planned panel's timetable: the partnership's officers may, until its outcome is entered.

    An organisation that was told of its time is told that it no longer stands. Gives whether it was.
    """
    with transaction.atomic():
        panel = officers_panel(viewer, panel_id, "remove_slot")
        slot = slot_of(panel, slot_id)
        if slot.outcome != SlotOutcome.NOT_SET:
            raise Refused(HAS_OUTCOME)
        last = told_last(panel).get((slot.invitation_id, None))
        told = last is not None and last.kind != Telling.CANCELLED
        if told:
            PanelTelling.objects.create(
                panel=panel,
                invitation=slot.invitation,
                kind=Telling.CANCELLED,
                held_on=panel.held_on,
                starts=slot.starts,
                minutes=slot.minutes,
                where=panel.where,
                at=at,
                by=viewer.person_ref,
                by_name=viewer.name,
            )
        streams = streams_of(slot.invitation) if told else (panel.cycle.partnership.ref,)
        details = {"panel": panel.ref, "invitation": slot.invitation.ref, "told": told}
        record_events([Happened(stream, "removed-slot", slot.ref, details) for stream in streams], actor=viewer.person_ref, at=at)
        slot.delete()
    return told
