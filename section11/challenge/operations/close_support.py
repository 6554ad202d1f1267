"""Close a support conversation."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.queries.support_hands import move_support, streams_of_support, support_to_move
from section11.challenge.rules.following import outcome_text_problems
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


def close_support(viewer: Viewer, cycle_slug: str, invitation_id: int, *, outcome: str, version: int, at: datetime) -> None:
    """Close a support conversation with its outcome, which stays with the partnership; an officer may, never with their own."""
    outcome = clean_text(outcome)
    invitation, found = support_to_move(viewer, cycle_slug, invitation_id, "close_support")
    if problems := outcome_text_problems(outcome):
        raise Refused(problems)
    with transaction.atomic():
        move_support(found, "close_support", version, {"outcome": outcome}, outcome=outcome, changed_at=at, changed_by_name=viewer.name)
        for stream in streams_of_support(invitation):
            record_event(
                stream, verb="support-closed", actor=viewer.person_ref, subject=invitation.ref, at=at, details={"support": found.ref}
            )
