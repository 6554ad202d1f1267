"""Change a return's time at a panel."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_event import record_event
from section11.challenge.models import PanelSlot
from section11.challenge.queries.conflicts import refuse_conflicted
from section11.challenge.queries.own_panel import officers_panel, slot_of, taken_times
from section11.challenge.rules.panel_text import SlotText, enquiry_problem
from section11.challenge.rules.timetable import clock_words, time_problems
from section11.lib.errors import Conflict, Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


def change_slot(viewer: Viewer, panel_id: int, slot_id: int, text: SlotText, *, version: int, at: datetime) -> None:
    """Change when a return has its time at a planned panel, or what will be asked: the partnership's officers may.

    Who belongs to the organisation leaves what will be asked as it is.
    """
    with transaction.atomic():
        panel = officers_panel(viewer, panel_id, "change_slot")
        slot = slot_of(panel, slot_id)
        enquiry = slot.enquiry if text.enquiry is None else clean_text(text.enquiry)
        problems = time_problems(panel.held_on, text.starts, text.minutes, taken_times(panel, but=slot.pk))
        if enquiry_problem(enquiry):
            problems["enquiry"] = enquiry_problem(enquiry)
        if problems or text.starts is None:
            raise Refused(problems)
        if (enquiry, text.shows_enquiry) != (slot.enquiry, slot.shows_enquiry):
            refuse_conflicted(viewer, slot.invitation_id)
        kept = {"starts": text.starts, "minutes": text.minutes, "enquiry": enquiry, "shows_enquiry": text.shows_enquiry}
        if not PanelSlot.objects.filter(pk=slot.pk, version=version).update(version=F("version") + 1, **kept):
            mine = {"starts": clock_words(text.starts), "minutes": str(text.minutes), "enquiry": enquiry}
            theirs = {"starts": clock_words(slot.starts), "minutes": str(slot.minutes), "enquiry": slot.enquiry}
            raise Conflict(version=slot.version, mine=mine, theirs=theirs, by=slot.entered_by_name or "a colleague")
        record_event(
            panel.cycle.partnership.ref,
            verb="changed-slot",
            actor=viewer.person_ref,
            subject=slot.ref,
            at=at,
            details={
                "panel": panel.ref,
                "from": f"{slot.starts}+{slot.minutes}",
                "to": f"{text.starts}+{text.minutes}",
                "enquiry_changed": enquiry != slot.enquiry,
            },
        )
