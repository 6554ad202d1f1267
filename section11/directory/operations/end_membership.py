"""End a person's role in a unit or a partnership."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Membership, SectorLead
from section11.directory.queries.manageable import acts_as_officer, manageable_membership
from section11.directory.rules import MAY_LEAD_SECTORS, may_end_role, streams_of
from section11.lib.errors import Absent, Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer


def end_membership(viewer: Viewer, membership_id: int, *, at: datetime) -> None:
    """End somebody's role: in a unit its return leads may, or an officer where it takes part; in a partnership its officers.

    Never the last officer of a partnership; the last return lead of a unit only by an officer. Who has no role left in a
    partnership that may lead a sector leads none there any more.
    """
    with transaction.atomic():
        membership = manageable_membership(viewer, membership_id)
        others = Membership.objects.filter(
            role=membership.role, unit=membership.unit_id, partnership=membership.partnership_id, ended_at__isnull=True
        ).exclude(pk=membership.pk)
        problem = may_end_role(membership.role, others=others.count(), as_officer=acts_as_officer(viewer))
        if problem:
            raise Refused(problem)
        if not Membership.objects.filter(pk=membership.pk, ended_at__isnull=True).update(ended_at=at):
            raise Absent
        if membership.partnership_id is not None:
            _leave_sectors(membership.person_id, membership.partnership_id)
        organisation_id = membership.unit.organisation_id if membership.unit else None
        for stream in streams_of(organisation_id=organisation_id, partnership_id=viewer.partnership_id):
            record_event(
                stream,
                verb="membership-ended",
                actor=viewer.person_ref,
                subject=ref("membership", membership.pk),
                at=at,
                details={"person": membership.person.ref, "role": membership.role, "unit": membership.unit_id},
            )


def _leave_sectors(person_id: int, partnership_id: int) -> None:
    roles = Membership.objects.filter(person=person_id, partnership=partnership_id, role__in=MAY_LEAD_SECTORS, ended_at__isnull=True)
    if not roles.exists():
        SectorLead.objects.filter(person=person_id, sector__partnership=partnership_id).delete()
