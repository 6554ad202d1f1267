"""Change a recommendation that was not given yet."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.operations.move_judgement import move_judgement
from section11.challenge.queries.judged import recommendation_to_write
from section11.challenge.rules.judging import recommendation_problems
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


def change_recommendation(viewer: Viewer, recommendation_id: int, text: str, *, version: int, at: datetime) -> None:
    """Change what is recommended before the organisation is told: officers and reviewers of that return may.

    Raises `Conflict` with both texts when somebody changed it in between.
    """
    text = clean_text(text)
    with transaction.atomic():
        row = recommendation_to_write(viewer, recommendation_id)
        if problems := recommendation_problems(text):
            raise Refused(problems)
        move_judgement(
            "recommendation",
            "change_recommendation",
            row.pk,
            version=version,
            typed={"text": text},
            text=text,
            written_by=viewer.person_ref,
            written_by_name=viewer.name,
        )
        record_event(
            f"partnership:{row.invitation.cycle.partnership_id}",
            verb="changed-recommendation",
            actor=viewer.person_ref,
            subject=row.ref,
            at=at,
        )
