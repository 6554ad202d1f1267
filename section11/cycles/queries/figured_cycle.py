"""A cycle as its figures need it: dates aside, what was asked and in which bands it is read."""

from dataclasses import dataclass
from decimal import Decimal

from section11.cycles.models import Band
from section11.directory.vocabulary import PARTNERSHIP_ROLES
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class FiguredBand:
    """A band; `at_least` is a percentage."""

    key: str
    label: str
    at_least: Decimal
    follow_up: bool


@dataclass(frozen=True, slots=True)
class FiguredCycle:
    """Ids, names, editions and bands of one cycle."""

    cycle_id: int
    slug: str
    title: str
    state: str
    rolling: bool
    partnership_slug: str
    partnership_name: str
    edition_id: int
    edition_hash: str
    local_edition_id: int | None
    local_edition_hash: str
    bands: tuple[FiguredBand, ...]


def figured_cycle(viewer: Viewer, slug: str) -> FiguredCycle:
    """The cycle of that slug in the viewer's partnership, to everybody with a role there; `Absent` when there is none."""
    if not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    bands = list(
        Band.objects.filter(cycle__slug=slug, cycle__partnership_id=viewer.partnership)
        .select_related("cycle__partnership", "cycle__edition", "cycle__local_edition")
        .order_by("order")
    )
    if not bands or bands[0].cycle.edition is None:
        raise Absent
    cycle, edition = bands[0].cycle, bands[0].cycle.edition
    return FiguredCycle(
        cycle_id=cycle.pk,
        slug=cycle.slug,
        title=cycle.title,
        state=cycle.state,
        rolling=cycle.rolling,
        partnership_slug=cycle.partnership.slug,
        partnership_name=cycle.partnership.name,
        edition_id=edition.pk,
        edition_hash=edition.content_hash,
        local_edition_id=cycle.local_edition_id,
        local_edition_hash=cycle.local_edition.content_hash if cycle.local_edition else "",
        bands=tuple(FiguredBand(b.key, b.label, b.at_least, b.follow_up) for b in bands),
    )
