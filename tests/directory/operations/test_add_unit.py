from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.operations.add_unit import add_unit
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.directory import make_participation, make_viewer

pytestmark = pytest.mark.django_db


def test_an_officer_names_a_unit_once(at: datetime) -> None:
    place = make_participation()
    viewer = make_viewer(of=place.partnership)
    made = add_unit(viewer, place.organisation_id, name="Youth  Work", at=at)
    assert (made.name, made.slug, made.organisation) == ("Youth Work", "youth-work", place.organisation)
    assert add_unit(viewer, place.organisation_id, name="youth work", at=at) == made
    assert add_unit(viewer, place.organisation_id, name="Youth-Work!", at=at).slug == "youth-work-2"
    assert {event.stream.ref for event in ActivityEvent.objects.all()} == {place.partnership.ref, place.organisation.ref}


@pytest.mark.parametrize("name", [" ", "x" * 201])
def test_a_name_is_needed(name: str, at: datetime) -> None:
    place = make_participation()
    with pytest.raises(Refused):
        add_unit(make_viewer(of=place.partnership), place.organisation_id, name=name, at=at)


def test_foreign_and_absent_look_the_same(at: datetime) -> None:
    place = make_participation()
    viewers = (make_viewer(), make_viewer(Role.REVIEWER, of=place.partnership), make_viewer(Role.RETURN_LEAD, of=place.organisation))
    for viewer in viewers:
        for key in (place.organisation_id, 999_999):
            with pytest.raises(Absent):
                add_unit(viewer, key, name="Youth", at=at)
