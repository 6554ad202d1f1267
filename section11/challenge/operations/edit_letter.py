"""Edit the draft of a letter."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_event import record_event
from section11.challenge.models import Letter
from section11.challenge.queries.own_letter import officers_letter, refuse_moved_on
from section11.challenge.rules.letter_body import body_problem
from section11.challenge.rules.transitions import states_before
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


def edit_letter(viewer: Viewer, letter_id: int, body: str, *, version: int, at: datetime) -> None:
    """Save the text of a draft as the next version: an officer may, never about their own organisation."""
    body = clean_text(body)
    with transaction.atomic():
        letter = officers_letter(viewer, letter_id)
        refuse_moved_on(letter, "edit_letter", version, body)
        problem = body_problem(body)
        if problem:
            raise Refused({"body": problem})
        Letter.objects.filter(pk=letter.pk, version=version, state__in=states_before("letter", "edit_letter")).update(
            body=body, version=F("version") + 1, edited_at=at, edited_by_name=viewer.name
        )
        record_event(
            letter.invitation.cycle.partnership.ref,
            verb="edited-letter",
            actor=viewer.person_ref,
            subject=letter.ref,
            at=at,
            details={"invitation": letter.invitation.ref, "version": version + 1},
        )
