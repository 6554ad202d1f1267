"""A cycle that invites, and the partnership's earlier ones whose units it can invite again."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Exists, OuterRef

from section11.cycles.models import Cycle, Invitation
from section11.cycles.queries.tiny_form import asks_tiny
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.standards.queries.mappings import newest_mapping
from section11.standards.vocabulary import Form


@dataclass(frozen=True, slots=True)
class EarlierAudit:
    """A cycle before. `can_review`: its answers can be carried into this one's standards."""

    slug: str
    title: str
    can_review: bool


@dataclass(frozen=True, slots=True)
class InvitingCycle:
    """The cycle that invites: its earlier ones, the best first, and the form of each unit that it has invited."""

    cycle_id: int
    slug: str
    title: str
    state: CycleState
    has_edition: bool
    forms: tuple[Form, ...]
    earlier: tuple[EarlierAudit, ...]
    invited: Mapping[tuple[str, str], str]  # by the slugs of organisation and unit

    @property
    def is_draft(self) -> bool:
        """Whether nothing has been sent yet."""
        return self.state is CycleState.DRAFT


def inviting_cycle(viewer: Viewer, cycle_slug: str) -> InvitingCycle:
    """One cycle of the viewer's partnership, for its officers. Earlier ones that can be compared come first, then the newest."""
    if not viewer.has(Role.OFFICER):
        raise Absent
    mine = Cycle.objects.filter(partnership=viewer.partnership)
    joined = Exists(newest_mapping(OuterRef("edition_id"), mine.filter(slug=cycle_slug).values("edition_id")[:1]))
    cycles = list(mine.select_related("edition").defer("edition__document").annotate(is_joined=joined).order_by("-opens", "-pk"))
    here = next((one for one in cycles if one.slug == cycle_slug), None)
    if here is None:
        raise Absent
    tool = here.edition.tool if here.edition else ""
    earlier = [
        EarlierAudit(one.slug, one.title, one.edition.tool == tool or one.is_joined)
        for one in cycles
        if one.edition and one.state != CycleState.DRAFT and one != here
    ]
    invited = Invitation.objects.filter(cycle=here).values_list("participation__slug", "unit__slug", "form")
    return InvitingCycle(
        cycle_id=here.pk,
        slug=here.slug,
        title=here.title,
        state=CycleState(here.state),
        has_edition=here.edition_id is not None,
        forms=tuple(form for form in Form if form is not Form.TINY or asks_tiny(here)),
        earlier=tuple(sorted(earlier, key=lambda one: not one.can_review)),
        invited={(organisation, unit): form for organisation, unit, form in invited},
    )
