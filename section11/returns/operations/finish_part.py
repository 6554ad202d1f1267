"""Say that one's part of a return is done."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import Assignment
from section11.returns.queries.head import return_head


def finish_part(viewer: Viewer, return_id: int, standard_ref: str, *, done: bool, at: datetime) -> None:
    """Tell the lead that a standard handed to this contributor is done (or not after all): by that contributor."""
    head = return_head(viewer, return_id)
    with transaction.atomic():
        found = Assignment.objects.filter(unit_return_id=return_id, standard__ref=standard_ref, person_id=viewer.person_id).update(
            done_at=at if done else None
        )
        if not found:
            raise Absent
        record_event(
            head.stream,
            verb="finished-part" if done else "reopened-part",
            actor=viewer.person_ref,
            subject=head.ref,
            at=at,
            details={"standard": standard_ref},
        )
