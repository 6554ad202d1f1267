from datetime import datetime, timedelta

import pytest

from section11.directory.queries import viewer_of_person
from section11.lib.errors import Absent
from section11.lib.viewer import system_viewer
from section11.returns.models import HeldPost
from section11.returns.operations.drop_expired_held_posts import drop_expired_held_posts
from section11.returns.operations.hold_post import hold_post
from tests.factories.directory import make_person

pytestmark = pytest.mark.django_db


def test_a_day_later_what_nobody_came_back_for_is_dropped(at: datetime) -> None:
    viewer = viewer_of_person(make_person())
    hold_post(viewer, path="/a", fields={"comment": ["old"]}, at=at)
    young = hold_post(viewer, path="/a", fields={"comment": ["young"]}, at=at + timedelta(seconds=1))
    assert drop_expired_held_posts(system_viewer("scheduler"), at=at + timedelta(hours=24)) == 1
    assert HeldPost.objects.get() == young


def test_people_drop_nothing(at: datetime) -> None:
    with pytest.raises(Absent):
        drop_expired_held_posts(viewer_of_person(make_person()), at=at)
