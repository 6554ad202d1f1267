"""Answer a recommendation without an action."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.operations.move_judgement import move_judgement
from section11.challenge.queries.judged import recommendation_of_lead, streams_of
from section11.challenge.rules.judging import no_action_problems
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


def answer_recommendation(viewer: Viewer, recommendation_id: int, answer: str, *, version: int, at: datetime) -> None:
    """Say why no action follows from a recommendation, or say it better: by a return lead of the unit.

    Raises `Conflict` when a colleague answered since `version`.
    """
    answer = clean_text(answer)
    with transaction.atomic():
        row = recommendation_of_lead(viewer, recommendation_id)
        if problems := no_action_problems(answer):
            raise Refused(problems)
        move_judgement(
            "recommendation",
            "answer_recommendation",
            row.pk,
            version=version,
            typed={"answer": answer},
            answer=answer,
            answered_at=at,
            answered_by_name=viewer.name,
        )
        for stream in streams_of(row.invitation):
            record_event(
                stream,
                verb="answered-recommendation",
                actor=viewer.person_ref,
                subject=row.ref,
                at=at,
                details={"invitation": row.invitation.ref},
            )
