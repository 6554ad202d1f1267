"""A return lead's place passes to the next."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Membership
from section11.directory.operations.admit_member import admit_member
from section11.directory.operations.end_membership import end_membership
from section11.directory.queries.manageable import manageable_membership
from section11.directory.rules import streams_of, tidy_email
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer


def hand_over(
    viewer: Viewer, membership_id: int, *, name: str, email: str, at: datetime, job_title: str = "", leaves: bool = False
) -> Membership:
    """Pass a return lead's place to the next person: a return lead of the unit may, or an officer where it takes part.

    The next lead comes in and the old one goes in one step, so that the return is never without a lead. A deputy who takes
    over is no deputy any more. `leaves`: the old lead's other roles in the unit end, too.
    """
    with transaction.atomic():
        old = manageable_membership(viewer, membership_id)
        if old.unit is None or old.role != Role.RETURN_LEAD:
            raise Absent
        if tidy_email(email) == old.person.email:
            raise Refused({"email": "Enter the next lead's address. This one is the present lead's"})
        new = admit_member(viewer, role=Role.RETURN_LEAD, unit_id=old.unit_id, name=name, email=email, job_title=job_title, at=at)
        if new.is_deputy and not old.is_deputy:
            Membership.objects.filter(pk=new.pk).update(is_deputy=False)
            new.is_deputy = False
        others = old.unit.memberships.filter(person=old.person_id, ended_at__isnull=True).exclude(pk=old.pk) if leaves else []
        for held in [*others, old]:  # the lead's own place last: it is what lets them end the others
            end_membership(viewer, held.pk, at=at)
        for stream in streams_of(organisation_id=old.unit.organisation_id, partnership_id=viewer.partnership_id):
            record_event(
                stream,
                verb="lead-handed-over",
                actor=viewer.person_ref,
                subject=ref("membership", new.pk),
                at=at,
                details={"from": old.person.ref, "to": new.person.ref, "unit": old.unit_id},
            )
    return new
