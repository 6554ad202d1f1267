from datetime import datetime, timedelta
from typing import Any

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.queries import viewer_of_person
from section11.lib.errors import Refused
from section11.returns.models import HeldPost
from section11.returns.operations.hold_post import MOST_POSTS, hold_post
from section11.returns.queries.held_posts import held_posts
from tests.factories.directory import make_person

pytestmark = pytest.mark.django_db
TYPED: dict[str, Any] = {"comment": ["We train all staff."], "level": ["met"]}


def test_what_was_typed_is_kept_for_the_person_at_its_page(at: datetime) -> None:
    viewer = viewer_of_person(make_person())
    given = {**TYPED, "csrfmiddlewaretoken": ["x"], "hold": ["y"], "page": ["/a"]}
    made = hold_post(viewer, path="/a", fields=given, at=at)
    assert (made.person_id, made.path, made.fields, made.held_at) == (viewer.person_id, "/a", TYPED, at)
    assert not ActivityEvent.objects.exists()


def test_a_double_click_is_held_once(at: datetime) -> None:
    viewer = viewer_of_person(make_person())
    later = at + timedelta(minutes=1)
    first = hold_post(viewer, path="/a", fields=TYPED, at=at)
    assert hold_post(viewer, path="/a", fields=TYPED, at=later) == first
    assert HeldPost.objects.get().held_at == later


def test_the_newest_twenty_are_kept_and_others_people_untouched(at: datetime) -> None:
    viewer, other = viewer_of_person(make_person()), viewer_of_person(make_person())
    hold_post(other, path="/a", fields=TYPED, at=at)
    for number in range(MOST_POSTS + 3):
        hold_post(viewer, path="/a", fields={"comment": [str(number)]}, at=at)
    assert [one.single["comment"] for one in held_posts(viewer, at=at)] == [str(n) for n in range(MOST_POSTS + 2, 2, -1)]
    assert len(held_posts(other, at=at)) == 1


@pytest.mark.parametrize(
    ("path", "fields"),
    [("/a", {"comment": ["x" * 205_000]}), ("/a", {"comment": [" "], "hold": ["x"]}), ("/a", {}), ("/" + "a" * 300, TYPED)],
)
def test_what_cannot_be_kept_is_said(path: str, fields: dict[str, list[str]], at: datetime) -> None:
    with pytest.raises(Refused):
        hold_post(viewer_of_person(make_person()), path=path, fields=fields, at=at)
    assert not HeldPost.objects.exists()


def test_characters_that_a_database_refuses_do_not_stop_it(at: datetime) -> None:
    made = hold_post(viewer_of_person(make_person()), path="/a", fields={"comment": ["a\x00b \ud800 c"]}, at=at)
    made.refresh_from_db()
    assert made.fields == {"comment": ["ab ? c"]}
