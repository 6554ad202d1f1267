"""Log what was said in a support conversation."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.queries.support_hands import move_support, streams_of_support, support_to_move
from section11.challenge.rules.following import said_problems
from section11.lib.clock import london_date
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


def log_support(viewer: Viewer, cycle_slug: str, invitation_id: int, *, said: str, version: int, at: datetime) -> None:
    """Keep what was said and agreed in a support conversation; an officer may, never with their own organisation.

    The organisation reads it as the agreed record from then on. One that was agreed for a later day was held today.
    """
    said = clean_text(said)
    invitation, found = support_to_move(viewer, cycle_slug, invitation_id, "log_support")
    if problems := said_problems(said):
        raise Refused(problems)
    with transaction.atomic():
        held = min(found.agreed_for, london_date(at)) if found.agreed_for else None
        told = {"said": said, "agreed_for": held, "changed_at": at, "changed_by_name": viewer.name}
        move_support(found, "log_support", version, {"said": said}, **told)
        for stream in streams_of_support(invitation):
            record_event(
                stream, verb="support-logged", actor=viewer.person_ref, subject=invitation.ref, at=at, details={"support": found.ref}
            )
