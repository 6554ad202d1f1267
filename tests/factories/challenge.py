"""Reviewers and what they are given."""

from section11.challenge.models import ReviewerPart
from section11.cycles.models import Cycle
from section11.directory.models import Sector
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from section11.standards.models import Standard
from tests.factories.directory import make_viewer
from tests.factories.returns import AT


def make_part(reviewer: Viewer, cycle: Cycle, *, standard: str = "", sector: Sector | None = None) -> ReviewerPart:
    """A standard (by ref) or a sector of a cycle, given to a reviewer."""
    found = Standard.objects.get(ref=standard, edition__in=[cycle.edition_id, cycle.local_edition_id or 0]) if standard else None
    return ReviewerPart.objects.create(
        cycle=cycle, person_id=reviewer.person_id, standard=found, sector=sector, given_at=AT, given_by_name="Business unit"
    )


def make_reviewer(cycle: Cycle, *standards: str) -> Viewer:
    """A reviewer of the cycle's partnership, who was given these standards of it (none: all)."""
    viewer = make_viewer(Role.REVIEWER, of=cycle.partnership)
    for ref in standards:
        make_part(viewer, cycle, standard=ref)
    return viewer
