"""Choose which edition of which tool a cycle asks."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from section11.activity.operations.record_event import record_event
from section11.cycles.queries.own_cycle import officers_cycle
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.standards.models import Edition


def choose_edition(viewer: Viewer, cycle_slug: str, *, edition_id: int | None, version: int, at: datetime) -> None:
    """Choose the edition that a draft cycle asks: one of the library's, or the partnership's own; its officers may."""
    cycle = officers_cycle(viewer, cycle_slug)
    edition = (
        Edition.objects.filter(Q(partnership=None) | Q(partnership=viewer.partnership_id), pk=edition_id, supplements=None).first()
        if edition_id is not None
        else None
    )
    if edition is None:
        raise Refused({"edition": "Choose one of the audit tools in the list"})
    with transaction.atomic():
        cycle.change(version, {"edition": edition.title}, edition=edition)
        record_event(
            cycle.partnership.ref,
            verb="cycle-edition-chosen",
            actor=viewer.person_ref,
            subject=cycle.ref,
            at=at,
            details={"edition": edition.reference},
        )
