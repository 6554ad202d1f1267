"""Ask an organisation whether its good practice may be shared."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.operations.move_judgement import move_judgement
from section11.challenge.queries.judged import practice_to_write, streams_of
from section11.lib.viewer import Viewer


def ask_consent(viewer: Viewer, good_practice_id: int, *, version: int, at: datetime) -> None:
    """Ask the organisation to share exactly these words, with its name: officers and reviewers of that return may.

    From then on the words no longer change. `version` is that of the words they saw.
    """
    with transaction.atomic():
        row = practice_to_write(viewer, good_practice_id)
        move_judgement("good practice", "ask_consent", row.pk, version=version, typed={"text": row.text}, asked_at=at)
        for stream in streams_of(row.invitation):
            record_event(
                stream,
                verb="asked-consent",
                actor=viewer.person_ref,
                subject=row.ref,
                at=at,
                details={"invitation": row.invitation.ref, "standard": row.standard.ref},
            )
