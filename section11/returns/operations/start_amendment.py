"""Start to amend a submitted return."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.returns.models import Amendment
from section11.returns.operations.move_return import move_return
from section11.returns.queries.writing import NOT_TAKEN, head_for_lead
from section11.returns.rules.typing import reason_given


def start_amendment(viewer: Viewer, return_id: int, reason: str, *, at: datetime) -> None:
    """Open a submitted return for changes, with the reason: by its lead. What was submitted stays readable."""
    head = head_for_lead(viewer, return_id)
    if not head.is_taken:
        raise Refused(NOT_TAKEN)
    reason = reason_given(reason, "Say why you are amending this return")
    with transaction.atomic():
        move_return(head, "start_amendment")
        Amendment.objects.create(
            unit_return_id=return_id, reason=reason, started_at=at, started_by=viewer.person_ref, started_by_name=viewer.name
        )
        for stream in (head.stream, f"partnership:{head.partnership_id}"):
            record_event(stream, verb="started-amendment", actor=viewer.person_ref, subject=head.ref, at=at)
