"""Hand a standard to a contributor."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from section11.returns.models import Answer, Assignment
from section11.returns.queries.writing import check_open, head_for_lead


def hand_standard(viewer: Viewer, return_id: int, standard_ref: str, membership_id: int, *, at: datetime) -> None:
    """Hand a standard to a contributor of the unit, who then writes it too: by the return's lead."""
    head = head_for_lead(viewer, return_id)
    check_open(head)
    standard_id = (
        Answer.objects.filter(unit_return_id=return_id, statement__standard__ref=standard_ref)
        .values_list("statement__standard_id", flat=True)
        .first()
    )
    if standard_id is None:
        raise Absent
    member = (
        Membership.objects.filter(pk=membership_id, unit_id=head.unit_id, role=Role.CONTRIBUTOR, ended_at__isnull=True)
        .select_related("person")
        .first()
    )
    if member is None:
        raise Refused({"member": "Choose one of your contributors, or add the person on the People page first"})
    with transaction.atomic():
        _, made = Assignment.objects.get_or_create(
            unit_return_id=return_id,
            standard_id=standard_id,
            person=member.person,
            defaults={"handed_at": at, "handed_by_name": viewer.name},
        )
        if made:
            record_event(
                head.stream,
                verb="handed-standard",
                actor=viewer.person_ref,
                subject=head.ref,
                at=at,
                details={"standard": standard_ref, "to": member.person.ref},
            )
