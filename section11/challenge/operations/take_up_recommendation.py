"""Take a recommendation up as an action of the improvement plan."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.operations.move_judgement import move_judgement
from section11.challenge.queries.judged import recommendation_of_lead, streams_of
from section11.lib.viewer import Viewer
from section11.plans.operations.add_action import add_action
from section11.plans.rules import ActionText


def take_up_recommendation(viewer: Viewer, recommendation_id: int, text: ActionText, *, at: datetime) -> int:
    """Make a recommendation an action of the unit's plan, which that partnership follows: by a return lead of the unit.

    After having answered why not, too. Gives the action's id.
    """
    with transaction.atomic():
        row = recommendation_of_lead(viewer, recommendation_id)
        move_judgement("recommendation", "take_up_recommendation", row.pk, answer="", answered_at=at, answered_by_name=viewer.name)
        action_id = add_action(viewer, row.invitation.unit_id, text, origin=row.ref, only_for=row.invitation_id, at=at)
        for stream in streams_of(row.invitation):
            record_event(
                stream,
                verb="took-up-recommendation",
                actor=viewer.person_ref,
                subject=row.ref,
                at=at,
                details={"invitation": row.invitation.ref, "action": f"action:{action_id}"},
            )
    return action_id
