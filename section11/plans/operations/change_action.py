"""Change an action of a unit's improvement plan."""

from datetime import datetime

from django.db import transaction

from section11.lib.clock import london_date
from section11.lib.errors import Conflict, Refused
from section11.lib.viewer import Viewer
from section11.plans.operations.move_action import move_action
from section11.plans.operations.note_action import note_action
from section11.plans.queries.own_plan import text_of, writable_action
from section11.plans.rules import ActionText, cleaned, problems_of
from section11.plans.vocabulary import UpdateKind

STANDS = {name: name for name in ("what", "how", "who", "due", "progress", "rag", "wants_help")}


def change_action(viewer: Viewer, action_id: int, text: ActionText, *, version: int, at: datetime) -> int:
    """Change an open action that started from `version`: by a return lead or contributor of its unit. Gives the new version.

    Raises `Conflict` with both texts when somebody changed it in between. What says the same as before changes nothing.
    """
    text = cleaned(text)
    action = writable_action(viewer, action_id)
    problems = problems_of(text, today=london_date(at), due_before=action.due)
    if problems:
        raise Refused(problems)
    if text_of(action) == text:
        return action.version
    fields = {name: getattr(text, name) for name in STANDS}
    typed = {**fields, "due": text.due.isoformat() if text.due else "", "wants_help": "yes" if text.wants_help else ""}
    try:
        with transaction.atomic():
            made = move_action(viewer, action_id, "change_action", version=version, typed=typed, stands=STANDS, at=at, **fields)
            note_action(viewer, action_id, UpdateKind.CHANGED, verb="changed-action", at=at)
            return made
    except Conflict as conflict:
        if text_of(writable_action(viewer, action_id)) == text:  # the same words, saved twice at once
            return conflict.version
        raise
