"""Give a return a time at a panel."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import PanelSlot
from section11.challenge.queries.conflicts import refuse_conflicted
from section11.challenge.queries.own_panel import officers_panel, taken_times
from section11.challenge.rules.panel_text import SlotText, enquiry_problem
from section11.challenge.rules.timetable import time_problems
from section11.cycles.models import Invitation
from section11.cycles.vocabulary import InvitationState
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text

NOT_THERE = "Choose a return that was submitted to this audit"


def add_slot(viewer: Viewer, panel_id: int, invitation_id: int, text: SlotText, *, at: datetime) -> int:
    """Give a submitted return a time at a planned panel, with what will be asked: the partnership's officers may.

    A return may have come to an earlier panel. Who belongs to the organisation does not write what will be asked.
    Gives the id of the time.
    """
    enquiry = clean_text(text.enquiry or "")
    with transaction.atomic():
        panel = officers_panel(viewer, panel_id, "add_slot")
        submitted = Invitation.objects.filter(
            pk=invitation_id, cycle=panel.cycle_id, state=InvitationState.INVITED, submissions__gt=0
        ).first()
        problems = {} if submitted else {"invitation": NOT_THERE}
        if submitted and PanelSlot.objects.filter(panel=panel, invitation=submitted).exists():
            problems["invitation"] = "This return has a time at this panel already. Change that one"
        problems |= time_problems(panel.held_on, text.starts, text.minutes, taken_times(panel))
        if enquiry_problem(enquiry):
            problems["enquiry"] = enquiry_problem(enquiry)
        if problems or submitted is None or text.starts is None or text.minutes is None:
            raise Refused(problems)
        if enquiry:
            refuse_conflicted(viewer, submitted.pk)
        made = PanelSlot.objects.create(
            panel=panel,
            invitation=submitted,
            starts=text.starts,
            minutes=text.minutes,
            enquiry=enquiry,
            shows_enquiry=text.shows_enquiry,
        )
        record_event(
            panel.cycle.partnership.ref,
            verb="added-slot",
            actor=viewer.person_ref,
            subject=made.ref,
            at=at,
            details={"panel": panel.ref, "invitation": submitted.ref, "starts": str(text.starts), "minutes": text.minutes},
        )
    return made.pk
