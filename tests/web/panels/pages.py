"""Addresses of panels, and a panel with returns on its timetable."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse

from section11.challenge.models import Panel, PanelSlot
from section11.lib.clock import today
from section11.lib.viewer import Viewer
from tests.factories.panels import make_panel, make_timetable, panel_reviewer
from tests.factories.returns import Opened, submitted_return


@dataclass(frozen=True, slots=True)
class Day:
    """A planned panel with a member, and a return at each of its times."""

    opened: Opened
    reviewer: Viewer
    panel: Panel
    slots: list[PanelSlot]
    returns: list[Opened]

    def at(self, name: str, slot: PanelSlot | None = None, **more: object) -> str:
        """The address of a page of it."""
        parts = {"slot": slot.pk} if slot else {}
        return reverse(name, kwargs={**in_cycle(self.opened), "panel": self.panel.pk, **parts, **more})


def in_cycle(opened: Opened) -> dict[str, object]:
    """Partnership and cycle of an address."""
    return {"partnership": opened.cycle.partnership.slug, "cycle": opened.cycle.slug}


def a_day(returns: int = 2, *, held_on: date | None = None) -> Day:
    """A panel of today, unless told otherwise."""
    opened, _ = submitted_return()
    every = [opened, *(submitted_return(cycle=opened.cycle)[0] for _ in range(returns - 1))]
    reviewer = panel_reviewer(opened)
    panel = make_panel(opened, reviewer, held_on=held_on or today())
    return Day(opened, reviewer, panel, make_timetable(panel, every), every)
