"""Add a sector of a partnership's own."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from section11.activity.operations.record_event import record_event
from section11.directory.models import Partnership, Sector
from section11.directory.queries.manageable import officers_partnership
from section11.directory.rules import tidy, without_empty
from section11.directory.vocabulary import SectorKind
from section11.lib.errors import Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.lib.words import slug


def add_sector(
    viewer: Viewer, *, key: str, label: str, kind: str, at: datetime, listed: bool = True, extra: Mapping[str, object] | None = None
) -> Sector:
    """Add a sector to the partnership's list, mapped to the kind that guidance is written for; its officers may.

    A sector of that key already there is given its new label, kind and extra. `listed` is what the cycle file asks.
    """
    partnership_id = officers_partnership(viewer)
    key, label = key.strip(), tidy(label)
    problems = without_empty(
        {
            "key": "" if key == slug(key) else "Use lower-case letters, digits and hyphens, like gp-practices",
            "label": "" if 0 < len(label) <= 100 else "Enter what the sector is called, in 100 characters or fewer",
            "kind": "" if kind in set(SectorKind) else "Choose a kind from the list",
        }
    )
    if problems:
        raise Refused(problems)
    with transaction.atomic():
        partnership = Partnership.objects.select_for_update(no_key=True).get(pk=partnership_id)
        last = partnership.sectors.aggregate(last=Max("order"))["last"]
        told = {"label": label, "kind": kind, "listed": listed, "extra": dict(extra or {})}
        sector, _ = Sector.objects.update_or_create(
            partnership=partnership,
            key=key,
            defaults=told,
            create_defaults={**told, "order": 0 if last is None else last + 1},
        )
        record_event(
            partnership.ref,
            verb="sector-added",
            actor=viewer.person_ref,
            subject=ref("sector", sector.pk),
            at=at,
            details={"key": key, "kind": kind},
        )
    return sector
