"""Open an action again that was marked done."""

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

STANDS = {"what": "what", "done": "done_note"}


def reopen_action(viewer: Viewer, action_id: int, reason: str, *, version: int, at: datetime) -> int:
    """Open an action again that is marked done, or was confirmed, with the reason: by an officer of a partnership that follows it.

    Not by somebody who belongs to the organisation. Gives the new version.
    """
    check_decides(viewer, action_id)
    reason = clean_text(reason)
    problems = problems_of_text("reason", reason, missing="Say what is still to be done")
    if problems:
        raise Refused(problems)
    with transaction.atomic():
        made = move_action(
            viewer,
            action_id,
            "reopen_action",
            version=version,
            typed={"reason": reason},
            stands=STANDS,
            at=at,
            reopened_reason=reason,
            done_at=None,
            confirmed_at=None,
            confirmed_by_name="",
        )
        note_action(viewer, action_id, UpdateKind.REOPENED, verb="reopened-action", text=reason, at=at)
    return made
