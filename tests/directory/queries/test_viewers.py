from datetime import datetime

import pytest

from section11.directory.queries import viewer_in_organisation, viewer_in_partnership, viewer_of_person
from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_organisation, make_partnership, make_unit

pytestmark = pytest.mark.django_db


def test_a_partnerships_viewer_has_the_roles_held_there_now(at: datetime) -> None:
    partnership = make_partnership("Riverside")
    person = make_membership(role=Role.OFFICER, of=partnership).person
    make_membership(person, Role.REVIEWER, of=partnership)
    make_membership(person, Role.SCRUTINEER, of=partnership, ended_at=at)
    make_membership(person, Role.EXECUTIVE_VIEWER)
    viewer = viewer_in_partnership(person, "riverside")
    assert viewer
    assert (viewer.partnership_id, viewer.organisation_id, viewer.slug, viewer.place) == (partnership.pk, None, "riverside", "Riverside")
    assert viewer.roles == {Role.OFFICER, Role.REVIEWER}


def test_an_organisations_viewer_has_the_roles_held_in_any_of_its_units(at: datetime) -> None:
    organisation = make_organisation("Oak Surgery")
    person = make_membership(role=Role.RETURN_LEAD, of=organisation).person
    make_membership(person, Role.CONTRIBUTOR, of=make_unit(organisation))
    make_membership(person, Role.SIGNATORY, of=organisation, ended_at=at)
    viewer = viewer_in_organisation(person, "oak-surgery")
    assert viewer
    assert (viewer.organisation_id, viewer.partnership_id, viewer.slug, viewer.place) == (
        organisation.pk,
        None,
        "oak-surgery",
        "Oak Surgery",
    )
    assert viewer.roles == {Role.RETURN_LEAD, Role.CONTRIBUTOR}


def test_nowhere_else_is_there_a_viewer(at: datetime) -> None:
    held = make_membership(ended_at=at)
    assert held.partnership
    for slug in (held.partnership.slug, make_partnership().slug, "nowhere"):
        assert viewer_in_partnership(held.person, slug) is None
    assert viewer_in_organisation(held.person, make_organisation().slug) is None


def test_on_their_own_pages_a_person_has_no_role() -> None:
    viewer = viewer_of_person(make_membership().person)
    assert (viewer.partnership_id, viewer.organisation_id, viewer.roles) == (None, None, frozenset())
