"""Whom a query answers: a viewer for every role of a place, one who has none there, and an officer of somewhere else."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from section11.directory.vocabulary import PARTNERSHIP_ROLES, UNIT_ROLES, Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from tests.factories.directory import make_viewer
from tests.factories.world import Place

ELSEWHERE = "elsewhere"
OFFICERS = frozenset({Role.OFFICER})
READERS = frozenset({Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER})
EVERYBODY = PARTNERSHIP_ROLES

Read = Callable[[Viewer, Place], Any]


def viewers_of(place: Place) -> dict[str, Viewer]:
    """One for each role in the place, by role; two have none there, and `elsewhere` is another one's officer."""
    found = {role: make_viewer(role, of=place.opened.cycle.partnership) for role in PARTNERSHIP_ROLES}
    found |= {role: make_viewer(role, of=place.opened.unit) for role in UNIT_ROLES}
    lost = {f"nobody of {held.place}": replace(held, roles=frozenset()) for held in (place.opened.officer, place.opened.lead)}
    return {**found, **lost, ELSEWHERE: make_viewer(Role.OFFICER)}


def answers(read: Read, viewer: Viewer, place: Place) -> bool:
    """Whether the query tells this viewer anything."""
    try:
        return bool(read(viewer, place))
    except Absent:
        return False


def wrongly_answered(reads: Mapping[str, tuple[frozenset[Any], Read]], place: Place) -> list[str]:
    """Every query that answers somebody it is not for, or does not answer somebody it is for."""
    told = {(name, who): answers(read, viewer, place) for who, viewer in viewers_of(place).items() for name, (_, read) in reads.items()}
    return [
        f"{name} {'answers' if was else 'does not answer'} {who}" for (name, who), was in told.items() if was != (who in reads[name][0])
    ]
