"""Take back that an action is done."""

from datetime import datetime

from django.db import transaction

from section11.lib.viewer import Viewer
from section11.plans.operations.move_action import move_action
from section11.plans.operations.note_action import note_action
from section11.plans.queries.own_plan import writable_action
from section11.plans.vocabulary import UpdateKind


def resume_action(viewer: Viewer, action_id: int, *, version: int, at: datetime) -> int:
    """Open an action again that was marked done too soon: by a return lead or contributor of its unit, until it is confirmed.

    Gives the new version.
    """
    writable_action(viewer, action_id)
    with transaction.atomic():
        made = move_action(viewer, action_id, "resume_action", version=version, stands={"note": "done_note"}, at=at, done_at=None)
        note_action(viewer, action_id, UpdateKind.RESUMED, verb="resumed-action", at=at)
    return made
