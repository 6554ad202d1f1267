"""Draft a feedback letter."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from section11.activity.operations.record_event import record_event
from section11.challenge.models import Letter
from section11.challenge.queries.latest import latest_of
from section11.challenge.queries.letter_facts import letter_facts
from section11.challenge.queries.own_letter import locked_for_letter, slot_to_tell, waits_for_panel
from section11.challenge.rules.letter_text import letter_text
from section11.challenge.vocabulary import LetterState
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer

NOTHING_SENT = "No submission of this return stands, so there is nothing to write about"
WAITS = "This return has a time at a panel that is not closed yet. Close the panel first, then draft the letter"


def draft_letter(viewer: Viewer, cycle_slug: str, invitation_id: int, *, at: datetime) -> int:
    """Draft a letter about the latest submission, from what a panel made of it and all that was noted: an officer may.

    Never about their own organisation. A draft that is there already stays as it is. Gives the letter's id.
    """
    with transaction.atomic():
        invitation = locked_for_letter(viewer, cycle_slug, invitation_id)
        there = Letter.objects.filter(invitation=invitation, state=LetterState.DRAFT).values_list("pk", flat=True).first()
        if there:
            return there
        latest = latest_of(invitation_id)
        if latest is None:
            raise Refused(NOTHING_SENT)
        if waits_for_panel(invitation_id):
            raise Refused(WAITS)
        slot = slot_to_tell(invitation_id)
        last = Letter.objects.filter(invitation=invitation).aggregate(last=Max("number"))["last"]
        made = Letter.objects.create(
            invitation=invitation,
            slot=slot,
            number=(last or 0) + 1,
            submission_number=latest.number,
            body=letter_text(letter_facts(viewer, invitation, latest.reference, slot)),
            drafted_at=at,
            drafted_by_name=viewer.name,
        )
        record_event(
            invitation.cycle.partnership.ref,
            verb="drafted-letter",
            actor=viewer.person_ref,
            subject=made.ref,
            at=at,
            details={"invitation": invitation.ref, "number": made.number, "submission": latest.number},
        )
    return made.pk
