"""Agree that good practice is shared."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.operations.move_judgement import move_judgement
from section11.challenge.queries.judged import practice_of_lead, streams_of
from section11.lib.viewer import Viewer


def agree_to_share(viewer: Viewer, good_practice_id: int, *, at: datetime) -> None:
    """Let the partnership show these words, with the organisation's name, to its other organisations: by a return lead of the unit.

    After a refusal, too: an organisation may change its mind.
    """
    with transaction.atomic():
        row = practice_of_lead(viewer, good_practice_id)
        move_judgement("good practice", "agree_to_share", row.pk, decided_at=at, decided_by_name=viewer.name)
        for stream in streams_of(row.invitation):
            record_event(
                stream,
                verb="agreed-to-share",
                actor=viewer.person_ref,
                subject=row.ref,
                at=at,
                details={"invitation": row.invitation.ref, "standard": row.standard.ref},
            )
