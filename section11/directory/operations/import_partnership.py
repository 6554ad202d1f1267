"""Bring in a partnership and its sectors from a file."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Partnership, Sector
from section11.directory.queries.manageable import officers_partnership
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import SystemViewer, Viewer


@dataclass(frozen=True, slots=True)
class BroughtSector:
    """A sector as the file has it. `listed`: by an entry of its own, not only by being a kind."""

    key: str
    label: str
    kind: str
    listed: bool
    extra: Mapping[str, Any] = field(default_factory=dict)


def import_partnership(
    viewer: Viewer, *, slug: str, name: str, kind: str, sectors: Sequence[BroughtSector], extra: Mapping[str, Any], at: datetime
) -> int:
    """Make the partnership of a checked file where there is none (the product itself may), and give it the sectors it lacks.

    Its officers may bring sectors into their own. Nothing that is there already is changed. Gives the partnership's id.
    """
    if viewer.partnership_id is None and not isinstance(viewer, SystemViewer):
        raise Absent
    with transaction.atomic():
        if viewer.partnership_id is None:
            partnership = _make(slug=slug, name=name, kind=kind, extra=dict(extra))
        else:
            partnership = Partnership.objects.select_for_update(no_key=True).get(pk=officers_partnership(viewer))
        here = set(partnership.sectors.values_list("key", flat=True))
        new = [sector for sector in sectors if sector.key not in here]
        Sector.objects.bulk_create(
            Sector(
                partnership=partnership,
                key=sector.key,
                label=sector.label,
                kind=sector.kind,
                order=len(here) + order,
                listed=sector.listed,
                extra=dict(sector.extra),
            )
            for order, sector in enumerate(new)
        )
        if viewer.partnership_id is None or new:
            record_event(
                partnership.ref,
                verb="partnership-brought-in",
                actor=viewer.person_ref,
                subject=partnership.ref,
                at=at,
                details={"sectors": [sector.key for sector in new]},
            )
    return partnership.pk


def _make(*, slug: str, **fields: Any) -> Partnership:
    try:
        with transaction.atomic():
            return Partnership.objects.create(slug=slug, **fields)
    except IntegrityError:
        raise Refused({"partnership.slug": f"there is a partnership {slug} already"}) from None
