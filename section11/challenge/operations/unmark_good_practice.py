"""Take a mark of good practice away."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.operations.move_judgement import move_judgement
from section11.challenge.queries.judged import practice_to_write
from section11.lib.viewer import Viewer


def unmark_good_practice(viewer: Viewer, good_practice_id: int, *, version: int, at: datetime) -> None:
    """Take away what was marked, before its organisation is asked: officers and reviewers of that return may."""
    with transaction.atomic():
        row = practice_to_write(viewer, good_practice_id)
        move_judgement("good practice", "unmark_good_practice", row.pk, version=version)
        record_event(
            f"partnership:{row.invitation.cycle.partnership_id}",
            verb="unmarked-good-practice",
            actor=viewer.person_ref,
            subject=row.ref,
            at=at,
            details={"invitation": row.invitation.ref, "standard": row.standard.ref},
        )
