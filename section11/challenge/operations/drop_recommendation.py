"""Drop a recommendation that was not given yet."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.operations.move_judgement import move_judgement
from section11.challenge.queries.judged import recommendation_to_write
from section11.lib.viewer import Viewer


def drop_recommendation(viewer: Viewer, recommendation_id: int, *, version: int, at: datetime) -> None:
    """Take out what was recommended, before the organisation is told: officers and reviewers of that return may."""
    with transaction.atomic():
        row = recommendation_to_write(viewer, recommendation_id)
        move_judgement("recommendation", "drop_recommendation", row.pk, version=version, typed={"text": row.text})
        record_event(
            f"partnership:{row.invitation.cycle.partnership_id}",
            verb="dropped-recommendation",
            actor=viewer.person_ref,
            subject=row.ref,
            at=at,
            details={"invitation": row.invitation.ref},
        )
