from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Cycle
from section11.cycles.operations.set_bands import set_bands
from section11.cycles.rules.bands import BandWording
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from tests.factories.cycles import make_cycle, make_draft
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db


def change(viewer: Viewer, cycle: Cycle, at: datetime, **typed: Any) -> None:
    set_bands(viewer, cycle.slug, **{"bands": OWN, "version": 1, "at": at, **typed})


OWN = [BandWording("Needs help", Decimal(0), follow_up=True), BandWording("Good  enough", Decimal("74.5"))]


def test_a_partnerships_own_bands_stand_from_the_highest_down(at: datetime) -> None:
    cycle = make_draft()
    change(make_viewer(of=cycle.partnership), cycle, at)
    bands = [(b.order, b.key, b.label, b.at_least, b.follow_up) for b in cycle.bands.all()]
    assert bands == [(0, "good-enough", "Good enough", Decimal("74.5"), False), (1, "needs-help", "Needs help", Decimal(0), True)]


@pytest.mark.parametrize(
    ("bands", "wrong"),
    [
        ([], {""}),
        ([BandWording("All", Decimal(1))], {""}),
        ([BandWording("", Decimal(0)), BandWording("Top", Decimal(101))], {"label-0", "at-least-1"}),
        ([BandWording("Low", Decimal(0)), BandWording(" LOW", Decimal(0))], {"label-1", "at-least-1"}),
        ([BandWording("Low", Decimal(0)), BandWording("x" * 101, Decimal("NaN"))], {"label-1", "at-least-1"}),
        ([BandWording("Low", Decimal(0)), BandWording("High", Decimal("79.99999"))], {"at-least-1"}),
        ([BandWording("Low", Decimal(0)), BandWording("Lower", Decimal(-1))], {"at-least-1"}),
        ([BandWording(f"Band {n}", Decimal(n)) for n in range(11)], {""}),
    ],
)
def test_every_fault_is_told_at_once(bands: list[BandWording], wrong: set[str], at: datetime) -> None:
    cycle = make_draft()
    with pytest.raises(Refused) as refused:
        change(make_viewer(of=cycle.partnership), cycle, at, bands=bands)
    assert set(refused.value.problems) == wrong
    assert cycle.bands.count() == 4


def test_the_second_of_two_colleagues_is_told(at: datetime) -> None:
    cycle = make_draft()
    officer = make_viewer(of=cycle.partnership)
    change(officer, cycle, at)
    with pytest.raises(Conflict) as conflict:
        change(officer, cycle, at)
    assert conflict.value.version == 2
    assert ActivityEvent.objects.filter(verb="cycle-bands-set").count() == 1


def test_once_open_it_is_frozen(at: datetime) -> None:
    cycle = make_cycle()
    with pytest.raises(Refused):
        change(make_viewer(of=cycle.partnership), cycle, at)


def test_a_foreign_cycle_is_absent(at: datetime) -> None:
    cycle = make_draft()
    for viewer in (make_viewer(), make_viewer(Role.REVIEWER, of=cycle.partnership)):
        with pytest.raises(Absent):
            change(viewer, cycle, at)
    cycle.refresh_from_db()
    assert cycle.version == 1
