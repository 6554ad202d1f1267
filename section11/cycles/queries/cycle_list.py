"""The cycles of a partnership."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CYCLE_STATE_WORDS, CycleState, InvitationState
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class CycleRow:
    """One cycle in the list."""

    cycle_id: int
    slug: str
    title: str
    state: CycleState
    edition: str
    opens: date | None
    due: date | None
    rolling: bool
    approached: int
    answered: int

    @property
    def state_words(self) -> str:
        """The state as people say it."""
        return CYCLE_STATE_WORDS[self.state]


def cycles_of_partnership(viewer: Viewer) -> tuple[CycleRow, ...]:
    """Every cycle of the viewer's partnership, newest first; drafts for its officers only."""
    if viewer.partnership_id is None or not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    approached = Q(invitations__state=InvitationState.INVITED)
    cycles = Cycle.objects.filter(partnership=viewer.partnership_id)
    if not viewer.has(Role.OFFICER):
        cycles = cycles.exclude(state=CycleState.DRAFT)
    counted = cycles.annotate(
        approached=Count("invitations", filter=approached),
        answered=Count("invitations", filter=approached & Q(invitations__submissions__gt=0)),
    ).order_by("-pk")
    return tuple(
        CycleRow(
            cycle_id=row["pk"],
            slug=row["slug"],
            title=row["title"],
            state=CycleState(row["state"]),
            edition=row["edition__title"] or "",
            opens=row["opens"],
            due=row["due"],
            rolling=row["rolling"],
            approached=row["approached"],
            answered=row["answered"],
        )
        for row in counted.values("pk", "slug", "title", "state", "edition__title", "opens", "due", "rolling", "approached", "answered")
    )


def current_cycle_slug(viewer: Viewer) -> str | None:
    """The open cycle of the viewer's partnership, for everybody with a role there; None when none is open, or several are."""
    if viewer.partnership_id is None or not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    found = list(Cycle.objects.filter(partnership=viewer.partnership_id, state=CycleState.OPEN).values_list("slug", flat=True)[:2])
    return found[0] if len(found) == 1 else None
