"""Take an action out of a unit's improvement plan."""

from datetime import datetime

from django.db import transaction

from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text
from section11.plans.models import ActionShare
from section11.plans.operations.move_action import move_action
from section11.plans.operations.note_action import note_action
from section11.plans.queries.own_plan import writable_action
from section11.plans.rules import LONGEST_TEXT
from section11.plans.vocabulary import UpdateKind


def drop_action(viewer: Viewer, action_id: int, *, reason: str = "", at: datetime) -> None:
    """Take an open action out of the plan: by a return lead or contributor of its unit. Submissions that hold it keep it.

    A partnership that follows it goes on seeing it, as dropped, with the reason, which is asked for then.
    """
    action = writable_action(viewer, action_id)
    reason = clean_text(reason)
    if len(reason) > LONGEST_TEXT:
        raise Refused({"reason": f"Shorten this to {LONGEST_TEXT:,} characters or fewer"})
    if not reason and ActionShare.objects.filter(action=action).exists():
        raise Refused({"reason": "Say why you take this action out of the plan: your partnership follows it"})
    with transaction.atomic():
        move_action(viewer, action_id, "drop_action", version=None, at=at)
        note_action(viewer, action_id, UpdateKind.DROPPED, verb="dropped-action", text=reason, at=at)
