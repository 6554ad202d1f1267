"""The file that shows an action is done."""

import pytest

from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.plans.queries.shown_file import shown_file
from tests.factories.directory import make_viewer
from tests.factories.returns import partnership_viewer
from tests.factories.world import make_place

pytestmark = pytest.mark.django_db


def test_those_who_follow_the_action_open_it_and_nobody_from_elsewhere() -> None:
    place, other = make_place(), make_place()
    asked = (place.parts["action_id"], place.parts["item_id"])
    name, kind, file = shown_file(place.opened.officer, *asked)
    with file:
        assert (name, kind, file.read()) == ("policy.txt", "text/plain", b"Our policy")
    strangers = (make_viewer(), other.opened.officer, other.opened.lead, partnership_viewer(place.opened, Role.EXECUTIVE_VIEWER))
    for viewer in strangers:
        with pytest.raises(Absent):
            shown_file(viewer, *asked)
    with pytest.raises(Absent):
        shown_file(place.opened.officer, place.parts["action_id"], other.parts["item_id"])
