"""Take a standard or a sector back from a reviewer."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import ReviewerPart
from section11.cycles.queries.own_cycle import officers_cycle
from section11.lib.errors import Absent
from section11.lib.refs import ref
from section11.lib.viewer import Viewer


def take_reviewer_part(viewer: Viewer, cycle_slug: str, part_id: int, *, at: datetime) -> None:
    """Take back what a reviewer was given in a cycle; the partnership's officers may. With no part left they review all of it."""
    cycle = officers_cycle(viewer, cycle_slug)
    found = ReviewerPart.objects.filter(pk=part_id, cycle=cycle)
    part = found.select_related("person", "standard", "sector").first()
    if part is None:
        raise Absent
    with transaction.atomic():
        if not found.delete()[0]:
            raise Absent
        given = ref("standard", part.standard.ref) if part.standard else ref("sector", part.sector.key if part.sector else "")
        record_event(
            cycle.partnership.ref,
            verb="took-reviewer-part",
            actor=viewer.person_ref,
            subject=cycle.ref,
            at=at,
            details={"part": given, "from": part.person.ref},
        )
