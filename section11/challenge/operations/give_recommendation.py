"""Give one recommendation to its organisation."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.operations.move_judgement import move_judgement
from section11.challenge.queries.judged import recommendation_to_write, streams_of
from section11.lib.viewer import Viewer


def give_recommendation(viewer: Viewer, recommendation_id: int, *, version: int, at: datetime) -> None:
    """Tell the organisation what is recommended: officers and reviewers of that return may.

    From then on it no longer changes. `version` is that of the words they saw.
    """
    with transaction.atomic():
        row = recommendation_to_write(viewer, recommendation_id)
        move_judgement("recommendation", "give_recommendation", row.pk, version=version, typed={"text": row.text}, given_at=at)
        for stream in streams_of(row.invitation):
            record_event(
                stream,
                verb="gave-recommendation",
                actor=viewer.person_ref,
                subject=row.ref,
                at=at,
                details={"invitation": row.invitation.ref},
            )
