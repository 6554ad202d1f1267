from datetime import datetime

import pytest

from section11.directory.queries import viewer_of_person
from section11.lib.errors import Absent
from section11.returns.models import HeldPost
from section11.returns.operations.hold_post import hold_post
from section11.returns.operations.release_held_post import release_held_post
from tests.factories.directory import make_person

pytestmark = pytest.mark.django_db


def test_only_the_person_who_typed_it_lets_it_go(at: datetime) -> None:
    viewer = viewer_of_person(make_person())
    held = hold_post(viewer, path="/a", fields={"comment": ["x"]}, at=at)
    for key in (held.pk, 999_999):
        with pytest.raises(Absent):
            release_held_post(viewer_of_person(make_person()), key)
    release_held_post(viewer, held.pk)
    assert not HeldPost.objects.exists()
    with pytest.raises(Absent):
        release_held_post(viewer, held.pk)
