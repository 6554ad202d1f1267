"""Agree a support conversation."""

from datetime import date, datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.queries.support_hands import move_support, streams_of_support, support_to_move
from section11.challenge.rules.following import agreed_problems
from section11.directory.rules import tidy
from section11.lib.clock import london_date
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer


def agree_support(
    viewer: Viewer, cycle_slug: str, invitation_id: int, *, agreed_for: date | None, with_whom: str, version: int, at: datetime
) -> None:
    """Keep for when a support conversation is agreed, and with whom; an officer may, never with their own organisation.

    The organisation is told. One that was held may be followed by another.
    """
    with_whom = tidy(with_whom)
    invitation, found = support_to_move(viewer, cycle_slug, invitation_id, "agree_support")
    if problems := agreed_problems(agreed_for, with_whom, london_date(at)):
        raise Refused(problems)
    with transaction.atomic():
        typed = {"agreed_for": str(agreed_for), "with_whom": with_whom}
        fields = {"agreed_for": agreed_for, "with_whom": with_whom, "changed_at": at, "changed_by_name": viewer.name}
        move_support(found, "agree_support", version, typed, **fields)
        for stream in streams_of_support(invitation):
            record_event(
                stream,
                verb="support-agreed",
                actor=viewer.person_ref,
                subject=invitation.ref,
                at=at,
                details={"support": found.ref, "for": str(agreed_for)},
            )
