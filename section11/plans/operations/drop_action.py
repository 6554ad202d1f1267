"""Take an action out of a unit's improvement plan."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.plans.models import Action
from section11.plans.queries import writable_action
from section11.plans.vocabulary import ActionState


def drop_action(viewer: Viewer, action_id: int, *, at: datetime) -> None:
    """Take an action out of the plan: by a return lead or contributor of its unit. Submissions that hold it keep it."""
    action = writable_action(viewer, action_id)
    with transaction.atomic():
        if not Action.objects.filter(pk=action.pk, state=ActionState.OPEN).update(
            state=ActionState.DROPPED, updated_at=at, updated_by_name=viewer.name
        ):
            raise Absent
        record_event(f"organisation:{viewer.organisation_id}", verb="dropped-action", actor=viewer.person_ref, subject=action.ref, at=at)
