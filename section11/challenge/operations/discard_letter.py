"""Discard the draft of a letter."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import Letter
from section11.challenge.queries.own_letter import officers_letter, refuse_moved_on
from section11.challenge.rules.transitions import states_before
from section11.lib.viewer import Viewer


def discard_letter(viewer: Viewer, letter_id: int, *, version: int, at: datetime) -> None:
    """Throw a draft away that nobody was told of: an officer may, never about their own organisation."""
    with transaction.atomic():
        letter = officers_letter(viewer, letter_id)
        refuse_moved_on(letter, "discard_letter", version)
        Letter.objects.filter(pk=letter.pk, version=version, state__in=states_before("letter", "discard_letter")).delete()
        record_event(
            letter.invitation.cycle.partnership.ref,
            verb="discarded-letter",
            actor=viewer.person_ref,
            subject=letter.ref,
            at=at,
            details={"invitation": letter.invitation.ref, "number": letter.number},
        )
