"""Take a piece of evidence out of a unit's list."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef

from section11.activity.operations.record_event import record_event
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.evidence.models import EvidenceItem
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


def remove_evidence(viewer: Viewer, item_id: int, *, at: datetime) -> None:
    """Take a piece of evidence out of the list: by a return lead of its unit. Submissions that cite it keep it."""
    led = Membership.objects.filter(
        unit_id=OuterRef("unit_id"), person_id=viewer.person_id, role=Role.RETURN_LEAD.value, ended_at__isnull=True
    )
    item = EvidenceItem.objects.filter(Exists(led), pk=item_id, unit__organisation_id=viewer.organisation, removed_at__isnull=True).first()
    if item is None:
        raise Absent
    with transaction.atomic():
        if not EvidenceItem.objects.filter(pk=item.pk, removed_at__isnull=True).update(removed_at=at):
            raise Absent
        record_event(f"organisation:{viewer.organisation_id}", verb="removed-evidence", actor=viewer.person_ref, subject=item.ref, at=at)
