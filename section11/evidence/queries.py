"""What a unit has as evidence."""

from dataclasses import dataclass
from datetime import datetime

from django.core.files.base import File
from django.db.models import Exists, OuterRef, QuerySet

from section11.directory.models import Membership
from section11.evidence.models import EvidenceItem
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence. `size` in bytes, 0 for links and references."""

    item_id: int
    kind: str
    title: str
    where: str
    file_name: str
    size: int
    added_at: datetime


def _visible(viewer: Viewer) -> QuerySet[EvidenceItem]:
    mine = Membership.objects.filter(unit_id=OuterRef("unit_id"), person_id=viewer.person_id, ended_at__isnull=True)
    return EvidenceItem.objects.filter(Exists(mine), unit__organisation_id=viewer.organisation)


def evidence_of_unit(viewer: Viewer, unit_id: int) -> list[Evidence]:
    """The evidence of a unit in which the viewer has a role, by title; removed pieces left out."""
    rows = _visible(viewer).filter(unit_id=unit_id, removed_at__isnull=True).order_by("title", "pk")
    return [Evidence(i.pk, i.kind, i.title, i.where, i.file_name, i.size, i.added_at) for i in rows]


def evidence_file(viewer: Viewer, item_id: int) -> tuple[str, str, File[bytes]]:
    """Name, content type and open file of a piece of evidence of the viewer's unit; removed ones too (submissions cite them)."""
    item = _visible(viewer).filter(pk=item_id).exclude(file="").first()
    if item is None:
        raise Absent
    return item.file_name, item.content_type, item.file.open("rb")
