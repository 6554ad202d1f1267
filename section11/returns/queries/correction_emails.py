"""Who is to be told by email that a return came back for correction. For the product itself only."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from section11.directory.queries.due_emails import Recipient, only_for_the_product
from section11.lib.viewer import Viewer
from section11.returns.models import Amendment
from section11.returns.queries.addressed import Addressed, addressed, leads_of


@dataclass(frozen=True, slots=True)
class CorrectionAsked:
    """A return that its partnership returned, by whom, and a lead to be told."""

    amendment_id: int
    at: datetime
    returned_by: str  # the officer's name
    recipient: Recipient
    about: Addressed


def corrections_asked(viewer: Viewer, since: datetime) -> list[CorrectionAsked]:
    """The returns that partnerships returned after that moment and that are still to be corrected, for each lead."""
    only_for_the_product(viewer)
    rows = list(Amendment.objects.filter(started_at__gt=since, ended_at__isnull=True).exclude(returned_by="").order_by("pk"))
    if not rows:
        return []
    by_return = {(one.return_id, one.asker.name): one for one in addressed(Q(unit_return__in=[row.unit_return_id for row in rows]))}
    leads = leads_of({one.unit_id for one in by_return.values()})
    return [
        CorrectionAsked(row.pk, row.started_at, row.started_by_name, lead.recipient, about)
        for row in rows
        if (about := by_return.get((row.unit_return_id, row.returned_by))) is not None
        for lead in leads[about.unit_id]
    ]
