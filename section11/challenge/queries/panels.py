"""The panels of a cycle."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q

from section11.challenge.models import Panel, PanelMember
from section11.challenge.vocabulary import PANEL_STATE_WORDS, PanelState, SlotOutcome
from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import READERS, Role
from section11.lib.errors import Absent
from section11.lib.paging import Page, page_number, window
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class PanelRow:
    """A panel in a list."""

    panel_id: int
    title: str
    held_on: date
    where: str
    state: PanelState
    returns: int
    outcomes: int
    sits: bool  # whether the viewer is a member

    @property
    def state_words(self) -> str:
        """The state in words."""
        return PANEL_STATE_WORDS[self.state]


@dataclass(frozen=True, slots=True)
class PanelList:
    """A page of the panels of one cycle, those to come first."""

    cycle_slug: str
    cycle_title: str
    is_draft: bool
    to_come: tuple[PanelRow, ...]
    over: tuple[PanelRow, ...]
    page: Page[PanelRow]


def panels_of_cycle(viewer: Viewer, cycle_slug: str, *, page: str) -> PanelList:
    """For those who read submissions: officers, reviewers and the scrutineer."""
    if viewer.partnership_id is None or not viewer.has(*READERS):
        raise Absent
    cycle = Cycle.objects.filter(partnership=viewer.partnership_id, slug=cycle_slug).first()
    if cycle is None or (cycle.state == CycleState.DRAFT and not viewer.has(Role.OFFICER)):
        raise Absent
    found = Panel.objects.filter(cycle=cycle)
    rows = [
        PanelRow(*row[:4], PanelState(row[4]), *row[5:])
        for row in found.annotate(
            returns=Count("slots"),
            outcomes=Count("slots", filter=~Q(slots__outcome=SlotOutcome.NOT_SET)),
            sits=Exists(PanelMember.objects.filter(panel=OuterRef("pk"), person=viewer.person_id)),
        )
        .order_by("-held_on", "-pk")
        .values_list("pk", "title", "held_on", "where", "state", "returns", "outcomes", "sits")
    ]
    number = page_number(page, len(rows))
    shown = rows[window(number)]
    planned = tuple(sorted((r for r in shown if r.state is PanelState.PLANNED), key=lambda r: (r.held_on, r.panel_id)))
    over = tuple(r for r in shown if r.state is not PanelState.PLANNED)
    return PanelList(cycle.slug, cycle.title, cycle.state == CycleState.DRAFT, planned, over, Page(shown, number, len(rows)))
