"""Decline that good practice is shared."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.operations.move_judgement import move_judgement
from section11.challenge.queries.judged import practice_of_lead, streams_of
from section11.lib.viewer import Viewer


def decline_to_share(viewer: Viewer, good_practice_id: int, *, at: datetime) -> None:
    """Keep these words from being shown to other organisations: by a return lead of the unit.

    After having agreed, too: then they are no longer shown.
    """
    with transaction.atomic():
        row = practice_of_lead(viewer, good_practice_id)
        move_judgement("good practice", "decline_to_share", row.pk, decided_at=at, decided_by_name=viewer.name)
        for stream in streams_of(row.invitation):
            record_event(
                stream,
                verb="declined-to-share",
                actor=viewer.person_ref,
                subject=row.ref,
                at=at,
                details={"invitation": row.invitation.ref, "standard": row.standard.ref},
            )
