from datetime import date, datetime
from typing import Any

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Cycle
from section11.cycles.operations.set_dates import set_dates
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from tests.factories.cycles import make_cycle, make_draft
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db


def change(viewer: Viewer, cycle: Cycle, at: datetime, **typed: Any) -> None:
    typed = {"opens": date(2026, 10, 5), "due": date(2027, 3, 31), "rolling": False, "version": 1, **typed}
    set_dates(viewer, cycle.slug, **typed, at=at)


def test_the_dates_of_a_cycle(at: datetime) -> None:
    cycle = make_draft()
    change(make_viewer(of=cycle.partnership), cycle, at)
    cycle.refresh_from_db()
    assert (cycle.opens, cycle.due, cycle.rolling) == (date(2026, 10, 5), date(2027, 3, 31), False)
    told = ActivityEvent.objects.get(verb="cycle-dates-set")
    assert told.details == {"opens": "2026-10-05", "due": "2027-03-31", "rolling": "False"}


def test_a_rolling_cycle_needs_no_due_date(at: datetime) -> None:
    cycle = make_draft()
    change(make_viewer(of=cycle.partnership), cycle, at, due=None, rolling=True)
    cycle.refresh_from_db()
    assert (cycle.due, cycle.rolling) == (None, True)


@pytest.mark.parametrize(
    ("typed", "wrong"),
    [
        ({"opens": None, "due": None}, {"opens", "due"}),
        ({"opens": date(2062, 1, 1), "due": date(2072, 1, 1)}, {"opens", "due"}),
        ({"opens": date(2026, 11, 1), "due": date(2026, 11, 1)}, {"due"}),
        ({"opens": date(2026, 11, 1), "due": date(2026, 10, 31)}, {"due"}),
        ({"due": date(2026, 10, 4)}, {"due"}),
        ({"due": date(2031, 10, 6)}, {"due"}),
        ({"opens": date(1926, 10, 5)}, {"opens"}),
        ({"opens": None, "due": date(2026, 1, 1), "rolling": True}, {"opens", "due"}),
    ],
)
def test_every_fault_is_told_at_once(typed: dict[str, Any], wrong: set[str], at: datetime) -> None:
    cycle = make_draft()
    with pytest.raises(Refused) as refused:
        change(make_viewer(of=cycle.partnership), cycle, at, **typed)
    assert set(refused.value.problems) == wrong
    cycle.refresh_from_db()
    assert cycle.version == 1


def test_the_second_of_two_colleagues_is_told(at: datetime) -> None:
    cycle = make_draft()
    officer = make_viewer(of=cycle.partnership)
    change(officer, cycle, at)
    with pytest.raises(Conflict) as conflict:
        change(officer, cycle, at)
    assert conflict.value.version == 2
    assert ActivityEvent.objects.filter(verb="cycle-dates-set").count() == 1


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
