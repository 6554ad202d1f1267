"""Note that an organisation opened its letter."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import LetterOpening
from section11.challenge.queries.letters_of_return import OwnLetter
from section11.lib.viewer import Viewer


def note_letter_opened(viewer: Viewer, letter: OwnLetter, *, at: datetime) -> None:
    """Note, once a person, that somebody of the organisation opened an approved letter: the partnership sees by whom."""
    if letter.opened_by_viewer:
        return
    with transaction.atomic():
        _, made = LetterOpening.objects.get_or_create(
            letter_id=letter.letter_id, by=viewer.person_ref, defaults={"by_name": viewer.name, "at": at}
        )
        if made:
            for stream in letter.streams:
                record_event(
                    stream,
                    verb="opened-letter",
                    actor=viewer.person_ref,
                    subject=letter.ref,
                    at=at,
                    details={"number": letter.number},
                )
