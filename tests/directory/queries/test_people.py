from datetime import datetime

import pytest

from section11.directory.operations.admit_member import admit_member
from section11.directory.queries import viewer_of_person
from section11.directory.queries.people import (
    colleague,
    colleagues,
    people_of_organisation,
    people_of_participation,
    people_of_unit,
    person_of_participation,
    person_whom_viewer_manages,
)
from section11.directory.vocabulary import PARTNERSHIP_ROLES, UNIT_ROLES, Role
from section11.lib.errors import Absent
from tests.factories.directory import (
    make_membership,
    make_organisation,
    make_participation,
    make_partnership,
    make_person,
    make_unit,
    make_viewer,
    whole_unit,
)

pytestmark = pytest.mark.django_db


def test_colleagues_are_those_of_the_partnership_now(at: datetime) -> None:
    partnership = make_partnership()
    viewer = make_viewer(of=partnership)
    home = make_organisation("Council")
    rita = make_membership(make_person("Rita"), Role.REVIEWER, of=partnership, home_organisation=home)
    make_membership(role=Role.REVIEWER, of=partnership, ended_at=at)
    make_membership(role=Role.REVIEWER)
    first, second = colleagues(viewer)
    assert (first.is_viewer, first.role, second.is_viewer) == (True, Role.OFFICER, False)
    assert (second.name, second.role_words, second.home, second.home_id) == ("Rita", "Reviewer", "Council", home.pk)
    assert (second.unit_id, second.unit, second.has_signed_in) == (None, "", False)
    assert colleague(viewer, rita.pk) == second


@pytest.mark.parametrize("role", sorted(UNIT_ROLES))
def test_an_organisations_people_have_no_colleagues_there(role: Role) -> None:
    with pytest.raises(Absent):
        colleagues(make_viewer(role))


def test_a_foreign_an_ended_and_an_absent_colleague_look_the_same(at: datetime) -> None:
    partnership = make_partnership()
    viewer = make_viewer(of=partnership)
    ended = make_membership(role=Role.REVIEWER, of=partnership, ended_at=at)
    for key in (ended.pk, make_membership().pk, 999_999):
        with pytest.raises(Absent):
            colleague(viewer, key)


def test_an_organisations_people_see_each_other_by_unit_leads_first() -> None:
    organisation = make_organisation()
    unit = make_unit(organisation, "Housing")
    make_membership(make_person("Una"), Role.CONTRIBUTOR, of=unit)
    make_membership(make_person("Sig"), Role.SIGNATORY, of=organisation)
    viewer = make_viewer(Role.RETURN_LEAD, of=organisation, person=make_person("Lee"))
    make_membership(role=Role.CONTRIBUTOR)
    assert [(row.name, row.unit) for row in people_of_organisation(viewer)] == [
        ("Lee", "Whole organisation"),
        ("Sig", "Whole organisation"),
        ("Una", "Housing"),
    ]
    assert [row.name for row in people_of_unit(viewer, unit.pk)] == ["Una"]


@pytest.mark.parametrize("role", sorted(PARTNERSHIP_ROLES))
def test_a_partnership_sees_the_people_of_those_that_take_part(role: Role) -> None:
    place = make_participation()
    make_participation(organisation=place.organisation)
    held = make_membership(make_person("Lee"), Role.RETURN_LEAD, of=place.organisation)
    viewer = make_viewer(role, of=place.partnership)
    assert [row.name for row in people_of_participation(viewer, place.slug)] == ["Lee"]
    assert [row.name for row in people_of_unit(viewer, whole_unit(place.organisation).pk)] == ["Lee"]
    assert person_of_participation(viewer, place.slug, held.pk).name == "Lee"


def test_nobody_else_sees_them() -> None:
    place = make_participation()
    held = make_membership(role=Role.RETURN_LEAD, of=place.organisation)
    for viewer in (make_viewer(), make_viewer(Role.RETURN_LEAD)):
        assert people_of_participation(viewer, place.slug) == []
        assert people_of_unit(viewer, whole_unit(place.organisation).pk) == []
        with pytest.raises(Absent):
            person_of_participation(viewer, place.slug, held.pk)
    with pytest.raises(Absent):
        people_of_unit(viewer_of_person(make_person()), whole_unit(place.organisation).pk)
    with pytest.raises(Absent):
        people_of_organisation(make_viewer())


def test_the_person_must_be_of_the_organisation_that_the_address_names() -> None:
    place = make_participation()
    other = make_participation(place.partnership)
    held = make_membership(role=Role.RETURN_LEAD, of=other.organisation)
    with pytest.raises(Absent):
        person_of_participation(make_viewer(of=place.partnership), place.slug, held.pk)


def test_a_lead_manages_people_of_the_units_they_lead() -> None:
    organisation = make_organisation()
    held = make_membership(role=Role.CONTRIBUTOR, of=organisation)
    elsewhere = make_membership(role=Role.CONTRIBUTOR, of=make_unit(organisation))
    viewer = make_viewer(Role.RETURN_LEAD, of=organisation)
    assert person_whom_viewer_manages(viewer, held.pk).membership_id == held.pk
    for key in (elsewhere.pk, make_membership(role=Role.CONTRIBUTOR).pk, 999_999):
        with pytest.raises(Absent):
            person_whom_viewer_manages(viewer, key)
    with pytest.raises(Absent):
        person_whom_viewer_manages(make_viewer(Role.CONTRIBUTOR, of=organisation), held.pk)


def test_who_let_somebody_in_is_told_but_never_for_another_partnership(at: datetime) -> None:
    place = make_participation()
    elsewhere = make_participation(organisation=place.organisation)
    unit = whole_unit(place.organisation)
    olive = make_viewer(Role.OFFICER, of=place.partnership, person=make_person("Olive"))
    lead = make_viewer(Role.RETURN_LEAD, of=place.organisation, person=make_person("Lee"))
    admit_member(olive, role=Role.RETURN_LEAD, name="Ben", email="ben@example.org", unit_id=unit.pk, at=at)
    admit_member(lead, role=Role.CONTRIBUTOR, name="Cem", email="cem@example.org", unit_id=unit.pk, at=at)
    names = {row.name: row.let_in_by for row in people_of_organisation(lead)}
    assert names == {"Lee": "", "Ben": f"Olive, {place.partnership.name}", "Cem": "Lee"}
    other = make_viewer(Role.OFFICER, of=elsewhere.partnership)
    assert {row.name: row.let_in_by for row in people_of_unit(other, unit.pk)} == {"Lee": "", "Ben": "", "Cem": "Lee"}
