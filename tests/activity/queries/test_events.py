from datetime import UTC, date, datetime, timedelta

import pytest

from section11.activity.queries.events import EventFilter, events_of_place
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from tests.factories.activity import make_event

pytestmark = pytest.mark.django_db


def viewer(*, partnership: int | None = None, organisation: int | None = None) -> Viewer:
    return Viewer(person_id=1, person_ref="person:a", name="A", partnership_id=partnership, organisation_id=organisation)


def numbers(who: Viewer, wanted: EventFilter | None = None, page: str = "1") -> list[int]:
    return [row.number for row in events_of_place(who, wanted or EventFilter(), page=page).rows]


def test_a_place_has_its_own_events_the_newest_first(at: datetime) -> None:
    for number in range(3):
        make_event("partnership:1", at=at + timedelta(minutes=number))
    make_event("organisation:1", at=at)
    make_event("partnership:2", at=at)
    assert numbers(viewer(partnership=1)) == [3, 2, 1]
    assert numbers(viewer(organisation=1)) == [1]
    assert numbers(viewer(partnership=3)) == []
    with pytest.raises(Absent):
        numbers(viewer())


def test_days_are_those_of_london(at: datetime) -> None:
    late = datetime(2026, 6, 30, 23, 30, tzinfo=UTC)  # half past midnight on 1 July in London
    make_event("partnership:1", at=late)
    assert numbers(viewer(partnership=1), EventFilter(since=date(2026, 7, 1), until=date(2026, 7, 1))) == [1]
    assert numbers(viewer(partnership=1), EventFilter(until=date(2026, 6, 30))) == []


def test_filters_and_pages(at: datetime) -> None:
    for number in range(60):
        make_event("partnership:1", at=at + timedelta(minutes=number))
    assert len(numbers(viewer(partnership=1))) == 50
    assert numbers(viewer(partnership=1), page="2") == list(range(10, 0, -1))
    one = events_of_place(viewer(partnership=1), EventFilter(), page=1).rows[0]
    assert numbers(viewer(partnership=1), EventFilter(verbs=("nothing",))) == []
    assert len(numbers(viewer(partnership=1), EventFilter(verbs=(one.verb,), actor=one.actor, subject=one.subject))) > 0
