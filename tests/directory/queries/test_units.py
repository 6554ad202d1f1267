from datetime import datetime

import pytest

from section11.directory.queries.units import units
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from tests.factories.directory import make_membership, make_organisation, make_person, make_unit, make_viewer

pytestmark = pytest.mark.django_db


def test_ones_own_organisations_units_and_which_one_leads(at: datetime) -> None:
    organisation = make_organisation()
    housing = make_unit(organisation, "Housing")
    youth = make_unit(organisation, "Youth work")
    make_unit()
    person = make_person()
    viewer = make_viewer(Role.CONTRIBUTOR, of=organisation, person=person)
    make_membership(person, Role.RETURN_LEAD, of=housing)
    make_membership(person, Role.RETURN_LEAD, of=youth, ended_at=at)
    make_membership(role=Role.RETURN_LEAD, of=organisation)
    assert [(one.name, one.led) for one in units(viewer)] == [("Whole organisation", False), ("Housing", True), ("Youth work", False)]


def test_a_partnerships_people_have_none() -> None:
    with pytest.raises(Absent):
        units(make_viewer())
