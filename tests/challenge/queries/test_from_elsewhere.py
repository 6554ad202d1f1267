"""What operations start from is found by an officer of the partnership, and never by an officer of another one."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from section11.challenge.queries.judged import practice_to_write, recommendation_to_write
from section11.challenge.queries.moving import challenge_of_partnership
from section11.challenge.queries.own_letter import locked_for_letter, officers_letter
from section11.challenge.queries.own_panel import locked_panel
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from tests.factories.directory import make_viewer
from tests.factories.world import make_place

Find = Callable[[Viewer, Mapping[str, Any]], object]
FINDS: dict[str, Find] = {
    "challenge_of_partnership": lambda viewer, parts: challenge_of_partnership(viewer, parts["challenge"]),
    "locked_for_letter": lambda viewer, parts: locked_for_letter(viewer, parts["cycle"], parts["invitation"]),
    "locked_panel": lambda viewer, parts: locked_panel(viewer, parts["panel"], "change_panel"),
    "officers_letter": lambda viewer, parts: officers_letter(viewer, parts["draft"]),
    "practice_to_write": lambda viewer, parts: practice_to_write(viewer, parts["practice"]),
    "recommendation_to_write": lambda viewer, parts: recommendation_to_write(viewer, parts["recommendation"]),
}


@pytest.mark.django_db
@pytest.mark.parametrize("name", FINDS)
def test_it_is_absent_for_an_officer_of_another_partnership(name: str) -> None:
    place = make_place()
    assert FINDS[name](place.opened.officer, place.parts)
    with pytest.raises(Absent):
        FINDS[name](make_viewer(), place.parts)
