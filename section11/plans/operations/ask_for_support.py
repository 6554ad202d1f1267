"""Ask the partnership for support with an action."""

from datetime import datetime

from django.db import transaction

from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text
from section11.plans.models import ActionShare
from section11.plans.operations.move_action import move_action
from section11.plans.operations.note_action import note_action
from section11.plans.queries.own_plan import writable_action
from section11.plans.rules.updates import problems_of_text
from section11.plans.vocabulary import UpdateKind

NOBODY_FOLLOWS = "No partnership sees this action yet. It will once the return with it is submitted. Until then, please contact them."


def ask_for_support(viewer: Viewer, action_id: int, text: str, *, version: int, at: datetime) -> int:
    """Say what support is wanted with an open action that a partnership follows: by a return lead or contributor of its unit.

    A later question takes the place of an earlier one; the log keeps both. Gives the new version.
    """
    text = clean_text(text)
    action = writable_action(viewer, action_id)
    problems = problems_of_text("text", text, missing="Say what support you would like")
    if problems:
        raise Refused(problems)
    if not ActionShare.objects.filter(action=action).exists():
        raise Refused(NOBODY_FOLLOWS)
    with transaction.atomic():
        made = move_action(
            viewer,
            action_id,
            "ask_for_support",
            version=version,
            typed={"text": text},
            stands={"text": "help_wanted"},
            at=at,
            help_wanted=text,
            help_asked_at=at,
        )
        note_action(viewer, action_id, UpdateKind.ASKED, verb="asked-for-support", text=text, at=at)
    return made
