"""Say how an action is going."""

from datetime import datetime

from django.db import transaction

from section11.lib.clock import london_date
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.plans.operations.move_action import move_action
from section11.plans.operations.note_action import note_action
from section11.plans.queries.own_plan import writable_action
from section11.plans.rules.updates import ProgressText, problems_of_progress
from section11.plans.vocabulary import UpdateKind

STANDS = {"progress": "progress", "rag": "rag", "due": "due"}


def update_progress(viewer: Viewer, action_id: int, text: ProgressText, *, version: int, at: datetime) -> int:
    """Say how an open action is going, or give it a new date with the reason: by a return lead or contributor of its unit.

    At any time: before and after a submission, while it is signed, and after the audit closed. Gives the new version.
    Raises `Conflict` with both texts when somebody changed it since `version`. What says the same as before changes nothing.
    """
    text = text.cleaned()
    action = writable_action(viewer, action_id)
    problems = problems_of_progress(text, today=london_date(at), due_before=action.due)
    if problems:
        raise Refused(problems)
    says_more = (text.progress, text.rag) != (action.progress, action.rag)
    moves = text.due != action.due
    if not says_more and not moves:
        return action.version
    with transaction.atomic():
        made = move_action(
            viewer,
            action_id,
            "update_progress",
            version=version,
            typed=text.as_words(),
            stands=STANDS,
            at=at,
            progress=text.progress,
            rag=text.rag,
            due=text.due,
        )
        if says_more:
            note_action(viewer, action_id, UpdateKind.PROGRESS, verb="updated-action", text=text.progress, at=at)
        if moves:
            was = {"was": action.due.isoformat() if action.due else None}
            note_action(viewer, action_id, UpdateKind.MOVED, verb="moved-action", text=text.reason, details=was, at=at)
    return made
