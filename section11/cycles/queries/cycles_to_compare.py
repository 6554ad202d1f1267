"""A cycle, and those before it that it may be compared with."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import PARTNERSHIP_ROLES
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.standards.queries.mappings import newest_mapping

FIELDS = {
    "id": "pk",
    "slug": "slug",
    "title": "title",
    "opens": "opens",
    "due": "due",
    "edition_id": "edition_id",
    "edition_hash": "edition__content_hash",
    "edition_title": "edition__title",
    "edition_tool": "edition__tool",
    "local_edition_id": "local_edition_id",
    "local_edition_hash": "local_edition__content_hash",
}


@dataclass(frozen=True, slots=True)
class AskedCycle:
    """A cycle, when it was, and what it asked."""

    id: int
    slug: str
    title: str
    opens: date | None
    due: date | None
    edition_id: int
    edition_hash: str
    edition_title: str
    edition_tool: str
    local_edition_id: int | None
    local_edition_hash: str | None

    @property
    def began(self) -> tuple[date, int]:
        """Orders cycles in time: those without any date come first."""
        return self.opens or self.due or date.min, self.id


@dataclass(frozen=True, slots=True)
class EarlierCycle:
    """A cycle before another. `is_joined`: its statements can be compared, by one tool or by a published mapping."""

    cycle: AskedCycle
    is_joined: bool


def cycles_to_compare(viewer: Viewer, cycle_slug: str) -> tuple[AskedCycle, tuple[EarlierCycle, ...]]:
    """A cycle of the viewer's partnership and the earlier ones, the newest first, to everybody with a role there.

    `Absent` when there is no such cycle, and for a draft.
    """
    if not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    mine = Cycle.objects.filter(partnership=viewer.partnership, edition__isnull=False).exclude(state=CycleState.DRAFT)
    wanted = mine.filter(slug=cycle_slug).values("edition_id")[:1]
    rows = mine.annotate(is_mapped=Exists(newest_mapping(OuterRef("edition_id"), wanted)))
    found = [
        (AskedCycle(**dict(zip(FIELDS, values, strict=True))), is_mapped)
        for is_mapped, *values in rows.values_list("is_mapped", *FIELDS.values())
    ]
    here = next((cycle for cycle, _ in found if cycle.slug == cycle_slug), None)
    if here is None:
        raise Absent
    earlier = [
        EarlierCycle(cycle, is_mapped or cycle.edition_tool == here.edition_tool) for cycle, is_mapped in found if cycle.began < here.began
    ]
    return here, tuple(sorted(earlier, key=lambda one: one.cycle.began, reverse=True))
