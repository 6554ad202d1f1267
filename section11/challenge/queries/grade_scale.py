"""Whether a cycle is graded, and on which scale."""

from dataclasses import dataclass

from section11.challenge.models import GradeLevel, StandardGrade
from section11.cycles.queries.own_cycle import officers_cycle
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class GradeScale:
    """The grades of a cycle, best first (none: it is not graded); frozen once one is given. `version` is the cycle's."""

    cycle_slug: str
    cycle_title: str
    labels: tuple[str, ...]
    is_frozen: bool
    version: int


def grade_scale(viewer: Viewer, cycle_slug: str) -> GradeScale:
    """For the officers of its partnership."""
    cycle = officers_cycle(viewer, cycle_slug)
    labels = tuple(GradeLevel.objects.filter(cycle=cycle).order_by("order").values_list("label", flat=True))
    frozen = StandardGrade.objects.filter(grade__cycle=cycle).exists()
    return GradeScale(cycle.slug, cycle.title, labels, frozen, cycle.version)
