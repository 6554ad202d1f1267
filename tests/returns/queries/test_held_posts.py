from datetime import datetime, timedelta

import pytest

from section11.directory.queries import viewer_of_person
from section11.returns.operations.hold_post import hold_post
from section11.returns.queries.held_posts import held_posts
from tests.factories.directory import make_person

pytestmark = pytest.mark.django_db


def test_the_newest_first_at_one_page_or_anywhere_and_only_ones_own(at: datetime) -> None:
    viewer = viewer_of_person(make_person())
    hold_post(viewer, path="/a", fields={"comment": ["one", "two"]}, at=at)
    hold_post(viewer, path="/b", fields={"comment": ["three"]}, at=at + timedelta(minutes=1))
    assert [one.path for one in held_posts(viewer, at=at)] == ["/b", "/a"]
    (here,) = held_posts(viewer, at=at, path="/a")
    assert (here.fields, here.single, here.held_at) == ({"comment": ["one", "two"]}, {"comment": "two"}, at)
    assert held_posts(viewer_of_person(make_person()), at=at) == []


def test_nothing_older_than_a_day(at: datetime) -> None:
    viewer = viewer_of_person(make_person())
    hold_post(viewer, path="/a", fields={"comment": ["x"]}, at=at)
    assert held_posts(viewer, at=at + timedelta(hours=23, minutes=59))
    assert not held_posts(viewer, at=at + timedelta(hours=24))
