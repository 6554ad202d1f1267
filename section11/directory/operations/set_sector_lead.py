"""Name the strategic lead of a sector."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Membership, Partnership, Sector, SectorLead
from section11.directory.queries.manageable import officers_partnership
from section11.directory.rules import MAY_LEAD_SECTORS
from section11.lib.errors import Absent, Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer


def set_sector_lead(viewer: Viewer, sector_id: int, *, person_id: int | None, at: datetime) -> None:
    """Name the colleague whom follow-ups of a sector are brought to (none: nobody); the partnership's officers may.

    They must be an officer, reviewer or executive viewer there. Ends by itself with their last such role.
    """
    partnership_id = officers_partnership(viewer)
    with transaction.atomic():
        Partnership.objects.select_for_update(no_key=True).get(pk=partnership_id)  # as whoever ends roles there
        sector = Sector.objects.filter(pk=sector_id, partnership=partnership_id).first()
        if sector is None:
            raise Absent
        before = SectorLead.objects.filter(sector=sector).select_related("person").first()
        if person_id is None:
            SectorLead.objects.filter(sector=sector).delete()
        else:
            roles = Membership.objects.filter(
                person=person_id, partnership=partnership_id, role__in=MAY_LEAD_SECTORS, ended_at__isnull=True, person__is_active=True
            )
            if not roles.exists():
                raise Refused({"person": "Choose one of your officers, reviewers or executive viewers"})
            if before is not None and before.person_id == person_id:
                return
            SectorLead.objects.update_or_create(sector=sector, defaults={"person_id": person_id, "since": at})
        now = SectorLead.objects.filter(sector=sector).select_related("person").first()
        if before is None and now is None:
            return
        record_event(
            ref("partnership", partnership_id),
            verb="sector-lead-set",
            actor=viewer.person_ref,
            subject=ref("sector", sector.pk),
            at=at,
            details={"from": before.person.ref if before else None, "to": now.person.ref if now else None},
        )
