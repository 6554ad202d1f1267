"""The panels to which a return was asked, as its organisation sees them: only once it was told."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import F, OuterRef, Q, QuerySet, Subquery

from section11.challenge.models import PanelSlot, PanelTelling
from section11.challenge.rules.timetable import begins, ends, span_words
from section11.challenge.vocabulary import PanelState, Telling
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.queries.head import visible


@dataclass(frozen=True, slots=True)
class AskedPanel:
    """A time at a panel. `enquiry` is empty unless an officer shows it."""

    slot_id: int
    title: str
    held_on: date
    starts: time
    minutes: int
    where: str
    state: PanelState
    enquiry: tuple[str, ...]
    version: int  # rises whenever the panel or the time changes
    partnership: str
    cycle: str

    @property
    def span(self) -> str:
        """From when to when, in London."""
        return span_words(self.held_on, self.starts, self.minutes)

    @property
    def begins(self) -> datetime:
        """The instant at which it starts."""
        return begins(self.held_on, self.starts)

    @property
    def ends(self) -> datetime:
        """The instant at which it ends."""
        return ends(self.held_on, self.starts, self.minutes)

    @property
    def is_cancelled(self) -> bool:
        """Whether it will not take place."""
        return self.state is PanelState.CANCELLED


def told_slots() -> QuerySet[PanelSlot]:
    """Every time of which its organisation was told, and not told that it no longer stands; of cancelled panels those, too."""
    told = PanelTelling.objects.filter(panel=OuterRef("panel"), invitation=OuterRef("invitation")).order_by("-pk").values("kind")
    found = PanelSlot.objects.alias(told=Subquery(told[:1]))
    return found.filter(Q(told__in=(Telling.PLANNED, Telling.CHANGED)) | Q(told=Telling.CANCELLED, panel__state=PanelState.CANCELLED))


def panels_of_return(viewer: Viewer, return_id: int) -> list[AskedPanel]:
    """Of a return of the viewer's units, the latest day first."""
    mine = visible(viewer).filter(unit_return_id=return_id).values("invitation_id")
    rows = (
        told_slots()
        .filter(invitation__in=mine)
        .order_by("-panel__held_on", "-pk")
        .values_list(
            *("pk", "panel__title", "panel__held_on", "starts", "minutes", "panel__where", "panel__state", "enquiry", "shows_enquiry"),
            *(F("version") + F("panel__version"), "panel__cycle__partnership__name", "panel__cycle__title"),
        )
    )
    found = []
    for pk, title, held_on, starts, minutes, where, state, enquiry, shows, version, partnership, cycle in rows:
        lines = tuple(line.strip() for line in enquiry.splitlines() if line.strip()) if shows else ()
        found.append(AskedPanel(pk, title, held_on, starts, minutes, where, PanelState(state), lines, version, partnership, cycle))
    return found


def panel_of_return(viewer: Viewer, return_id: int, slot_id: int) -> AskedPanel:
    """One of them; `Absent` when there is none such."""
    for one in panels_of_return(viewer, return_id):
        if one.slot_id == slot_id:
            return one
    raise Absent
