"""Answer an organisation that asked for support with an action."""

from datetime import datetime

from django.db import transaction

from section11.challenge.queries.followed import check_decides
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text
from section11.plans.operations.move_action import move_action
from section11.plans.operations.note_action import note_action
from section11.plans.rules.updates import problems_of_text
from section11.plans.vocabulary import UpdateKind


def reply_to_support(viewer: Viewer, action_id: int, text: str, *, version: int, at: datetime) -> int:
    """Say what support the partnership gives with an open action: by an officer of a partnership that follows it.

    Not by somebody who belongs to the organisation. Gives the new version.
    """
    check_decides(viewer, action_id)
    text = clean_text(text)
    problems = problems_of_text("text", text, missing="Say what support you can give")
    if problems:
        raise Refused(problems)
    with transaction.atomic():
        made = move_action(
            viewer,
            action_id,
            "reply_to_support",
            version=version,
            typed={"text": text},
            stands={"asked": "help_wanted", "text": "help_reply"},
            at=at,
            help_reply=text,
            help_replied_at=at,
            help_replied_by_name=viewer.name,
        )
        note_action(viewer, action_id, UpdateKind.REPLIED, verb="answered-support", text=text, at=at)
    return made
