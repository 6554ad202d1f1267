"""Take a standard back from a contributor."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import Assignment
from section11.returns.queries.writing import head_for_lead


def take_standard_back(viewer: Viewer, return_id: int, assignment_id: int, *, at: datetime) -> None:
    """End a contributor's part in a standard; what they wrote stays: by the return's lead."""
    head = head_for_lead(viewer, return_id)
    assignment = Assignment.objects.filter(pk=assignment_id, unit_return_id=return_id).select_related("standard", "person").first()
    if assignment is None:
        raise Absent
    with transaction.atomic():
        details = {"standard": assignment.standard.ref, "from": assignment.person.ref}
        assignment.delete()
        record_event(head.stream, verb="took-standard-back", actor=viewer.person_ref, subject=head.ref, at=at, details=details)
