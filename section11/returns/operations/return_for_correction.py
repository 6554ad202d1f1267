"""Return a submission for correction."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.queries.own_cycle import lock_cycle
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.returns.models import Amendment
from section11.returns.operations.move_return import move_return
from section11.returns.queries.received import received_return
from section11.returns.queries.writing import NOT_TAKEN
from section11.returns.rules.typing import reason_given


def return_for_correction(viewer: Viewer, invitation_id: int, reason: str, *, at: datetime) -> None:
    """Open a submitted return again and say what to correct: by an officer. The submission counts until the next one is in."""
    seen = received_return(viewer, invitation_id)
    reason = reason_given(reason, "Say what is to be corrected")
    with transaction.atomic():
        lock_cycle(seen.cycle_id)
        received = received_return(viewer, invitation_id)
        if not received.is_taken:
            raise Refused(NOT_TAKEN)
        move_return(received, "return_for_correction")
        Amendment.objects.create(
            unit_return_id=received.return_id,
            reason=reason,
            started_at=at,
            started_by=viewer.person_ref,
            started_by_name=viewer.name,
            returned_by=received.partnership_name,
        )
        for stream in (received.stream, f"partnership:{viewer.partnership}"):
            record_event(stream, verb="returned-for-correction", actor=viewer.person_ref, subject=received.ref, at=at)
