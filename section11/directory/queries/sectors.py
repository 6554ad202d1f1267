"""A partnership's own sectors."""

from dataclasses import dataclass

from django.db.models import QuerySet

from section11.directory.models import Sector
from section11.directory.vocabulary import SECTOR_KIND_WORDS, SectorKind
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class SectorRow:
    """One sector: its key, what the partnership calls it, and the kind that guidance is written for."""

    key: str
    label: str
    kind: SectorKind

    @property
    def kind_words(self) -> str:
        """The kind as people say it."""
        return SECTOR_KIND_WORDS[self.kind]


def sectors(viewer: Viewer) -> list[SectorRow]:
    """The sectors of the viewer's partnership, in its order."""
    if viewer.partnership_id is None:
        raise Absent
    return sector_rows(Sector.objects.filter(partnership=viewer.partnership_id))


def sector_rows(found: QuerySet[Sector]) -> list[SectorRow]:
    """The rows of these sectors, in order."""
    return [SectorRow(key=one.key, label=one.label, kind=one.sector_kind) for one in found.order_by("order", "key")]
