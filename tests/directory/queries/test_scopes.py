from datetime import datetime

import pytest

from section11.directory.queries import viewer_of_person
from section11.directory.queries.scopes import places_of_person
from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_organisation, make_partnership, make_person, make_unit

pytestmark = pytest.mark.django_db


def test_partnerships_first_then_organisations_each_once_with_its_roles(at: datetime) -> None:
    person = make_person()
    organisation = make_organisation("Alder School")
    partnership = make_partnership("Riverside")
    make_membership(person, Role.CONTRIBUTOR, of=make_unit(organisation))
    make_membership(person, Role.RETURN_LEAD, of=organisation)
    make_membership(person, Role.REVIEWER, of=partnership)
    make_membership(person, Role.OFFICER, of=partnership)
    make_membership(person, Role.OFFICER, of=make_partnership("Hillside"))
    make_membership(person, Role.OFFICER, of=make_partnership("Left"), ended_at=at)
    make_membership()
    found = places_of_person(viewer_of_person(person))
    assert [(one.kind, one.slug, one.name, one.role_words) for one in found] == [
        ("partnership", "hillside", "Hillside", "Officer"),
        ("partnership", "riverside", "Riverside", "Officer, Reviewer"),
        ("organisation", "alder-school", "Alder School", "Return lead, Contributor"),
    ]


def test_nobody_has_none() -> None:
    assert places_of_person(viewer_of_person(make_person())) == []
