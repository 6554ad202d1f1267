"""Confirm that an action is done."""

from datetime import datetime

from django.db import transaction

from section11.challenge.queries.followed import check_decides
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text
from section11.plans.operations.move_action import move_action
from section11.plans.operations.note_action import note_action
from section11.plans.rules import LONGEST_TEXT
from section11.plans.vocabulary import UpdateKind

STANDS = {"what": "what", "done": "done_note"}


def confirm_action(viewer: Viewer, action_id: int, *, note: str = "", version: int, at: datetime) -> int:
    """Confirm that an action which its organisation marked done is done: by an officer of a partnership that follows it.

    Not by somebody who belongs to the organisation. `Conflict` when it was changed since `version`, so that nobody confirms what
    they have not read. Gives the new version.
    """
    check_decides(viewer, action_id)
    note = clean_text(note)
    if len(note) > LONGEST_TEXT:
        raise Refused({"note": f"Shorten this to {LONGEST_TEXT:,} characters or fewer"})
    with transaction.atomic():
        made = move_action(
            viewer,
            action_id,
            "confirm_action",
            version=version,
            typed={"note": note},
            stands=STANDS,
            at=at,
            confirmed_at=at,
            confirmed_by_name=viewer.name,
        )
        note_action(viewer, action_id, UpdateKind.CONFIRMED, verb="confirmed-action", text=note, at=at)
    return made
