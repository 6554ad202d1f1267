"""Record what a panel made of a return."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_event import record_event
from section11.challenge.models import PanelSlot
from section11.challenge.queries.conflicts import refuse_conflicted
from section11.challenge.queries.own_panel import locked_panel, slot_of
from section11.challenge.queries.sitting import refuse_unless_sitting
from section11.challenge.rules.panel_text import outcome_problems, too_early
from section11.challenge.vocabulary import SLOT_OUTCOME_WORDS, SlotOutcome
from section11.lib.clock import london_date
from section11.lib.errors import Conflict, Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


def record_outcome(viewer: Viewer, panel_id: int, slot_id: int, *, outcome: str, note: str, version: int, at: datetime) -> None:
    """Enter what the panel made of a return, from its day on until it is closed: an officer or a reviewer who sits on it.

    Never about their own organisation. The organisation learns of it by its letter only.
    """
    note = clean_text(note)
    with transaction.atomic():
        panel = locked_panel(viewer, panel_id, "record_outcome")
        refuse_unless_sitting(viewer, panel)
        slot = slot_of(panel, slot_id)
        refuse_conflicted(viewer, slot.invitation_id)
        problems = outcome_problems(outcome, note)
        early = too_early(panel.held_on, london_date(at))
        if early:
            problems[""] = early
        if problems:
            raise Refused(problems)
        kept = {"outcome": outcome, "outcome_note": note, "entered_at": at, "entered_by_name": viewer.name}
        if not PanelSlot.objects.filter(pk=slot.pk, version=version).update(version=F("version") + 1, **kept):
            theirs = {"outcome": SLOT_OUTCOME_WORDS[SlotOutcome(slot.outcome)], "note": slot.outcome_note}
            mine = {"outcome": SLOT_OUTCOME_WORDS[SlotOutcome(outcome)], "note": note}
            raise Conflict(version=slot.version, mine=mine, theirs=theirs, by=slot.entered_by_name or "a colleague")
        record_event(
            panel.cycle.partnership.ref,
            verb="recorded-outcome",
            actor=viewer.person_ref,
            subject=slot.ref,
            at=at,
            details={"panel": panel.ref, "invitation": slot.invitation.ref, "from": slot.outcome, "to": outcome},
        )
