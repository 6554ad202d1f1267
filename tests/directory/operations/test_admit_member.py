from datetime import datetime
from typing import Any

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.models import Membership, Person
from section11.directory.operations.admit_member import admit_member
from section11.directory.queries import viewer_of_person
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent, Refused
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
SAM: dict[str, Any] = {"name": "Sam Reed", "email": "Sam.Reed@Example.org"}


def test_an_officer_lets_a_colleague_in(at: datetime) -> None:
    viewer = make_viewer()
    made = admit_member(viewer, role=Role.REVIEWER, job_title=" Business  manager ", at=at, **SAM)
    assert (made.person.email, made.person.name, made.person.date_joined) == ("sam.reed@example.org", "Sam Reed", at)
    assert (made.partnership_id, made.unit_id, made.job_title, made.started_at) == (viewer.partnership_id, None, "Business manager", at)
    event = ActivityEvent.objects.get()
    assert (event.stream.ref, event.verb, event.actor) == (f"partnership:{viewer.partnership_id}", "member-admitted", viewer.person_ref)
    assert event.details == {"person": made.person.ref, "role": "reviewer", "unit": None}


def test_somebody_known_keeps_their_name_and_their_other_places(at: datetime) -> None:
    known = make_membership(make_person("Samantha Reed", email="sam.reed@example.org"), Role.OFFICER)
    made = admit_member(make_viewer(), role=Role.OFFICER, at=at, **SAM)
    assert made.person == known.person
    assert made.person.name == "Samantha Reed"
    assert Person.objects.filter(email__iexact="sam.reed@example.org").count() == 1
    assert known.person.memberships.count() == 2


def test_who_already_holds_the_role_keeps_the_place(at: datetime) -> None:
    viewer = make_viewer()
    first = admit_member(viewer, role=Role.REVIEWER, at=at, **SAM)
    assert admit_member(viewer, role=Role.REVIEWER, at=at, **SAM) == first
    assert ActivityEvent.objects.count() == 1


def test_who_left_may_come_back(at: datetime) -> None:
    viewer = make_viewer()
    first = admit_member(viewer, role=Role.REVIEWER, at=at, **SAM)
    Membership.objects.filter(pk=first.pk).update(ended_at=at)
    assert admit_member(viewer, role=Role.REVIEWER, at=at, **SAM) != first


@pytest.mark.parametrize("role", sorted(PARTNERSHIP_ROLES - {Role.OFFICER}))
def test_only_officers_let_colleagues_in(role: Role, at: datetime) -> None:
    with pytest.raises(Absent):
        admit_member(make_viewer(role), role=Role.REVIEWER, at=at, **SAM)


def test_nobody_lets_people_in_from_their_own_pages(at: datetime) -> None:
    with pytest.raises(Absent):
        admit_member(viewer_of_person(make_person()), role=Role.REVIEWER, at=at, **SAM)


@pytest.mark.parametrize("role", [Role.RETURN_LEAD, Role.CONTRIBUTOR, Role.SIGNATORY])
def test_a_lead_lets_people_into_their_unit(role: Role, at: datetime) -> None:
    organisation = make_organisation()
    viewer = make_viewer(Role.RETURN_LEAD, of=organisation)
    made = admit_member(viewer, role=role, unit_id=whole_unit(organisation).pk, at=at, **SAM)
    assert (made.unit, made.role) == (whole_unit(organisation), role)
    assert [event.stream.ref for event in ActivityEvent.objects.all()] == [organisation.ref]


def test_a_lead_of_another_unit_is_a_stranger_to_this_one(at: datetime) -> None:
    organisation = make_organisation()
    viewer = make_viewer(Role.RETURN_LEAD, of=organisation)
    with pytest.raises(Absent):
        admit_member(viewer, role=Role.CONTRIBUTOR, unit_id=make_unit(organisation).pk, at=at, **SAM)


def test_a_lead_who_has_left_lets_nobody_in(at: datetime) -> None:
    organisation = make_organisation()
    viewer = make_viewer(Role.RETURN_LEAD, of=organisation)
    Membership.objects.update(ended_at=at)
    with pytest.raises(Absent):
        admit_member(viewer, role=Role.CONTRIBUTOR, unit_id=whole_unit(organisation).pk, at=at, **SAM)


@pytest.mark.parametrize("role", [Role.CONTRIBUTOR, Role.SIGNATORY])
def test_others_of_the_unit_let_nobody_in(role: Role, at: datetime) -> None:
    organisation = make_organisation()
    viewer = make_viewer(role, of=organisation)
    with pytest.raises(Absent):
        admit_member(viewer, role=Role.CONTRIBUTOR, unit_id=whole_unit(organisation).pk, at=at, **SAM)


def test_an_officer_lets_a_lead_in_where_the_organisation_takes_part_and_both_sides_see_it(at: datetime) -> None:
    place = make_participation()
    viewer = make_viewer(of=place.partnership)
    admit_member(viewer, role=Role.RETURN_LEAD, unit_id=whole_unit(place.organisation).pk, at=at, **SAM)
    assert {event.stream.ref for event in ActivityEvent.objects.all()} == {place.partnership.ref, place.organisation.ref}


def test_an_officer_reaches_no_organisation_of_another_partnership(at: datetime) -> None:
    elsewhere = make_participation()
    viewer = make_viewer(of=make_partnership())
    for unit_id in (whole_unit(elsewhere.organisation).pk, 999_999):
        with pytest.raises(Absent):
            admit_member(viewer, role=Role.RETURN_LEAD, unit_id=unit_id, at=at, **SAM)


def test_roles_of_a_partnership_are_not_given_in_a_unit_nor_the_other_way_round(at: datetime) -> None:
    organisation = make_organisation()
    with pytest.raises(Refused) as told:
        admit_member(make_viewer(Role.RETURN_LEAD, of=organisation), role=Role.OFFICER, unit_id=whole_unit(organisation).pk, at=at, **SAM)
    assert set(told.value.problems) == {"role"}
    with pytest.raises(Refused):
        admit_member(make_viewer(), role=Role.RETURN_LEAD, at=at, **SAM)


def test_what_is_wrong_is_said_all_at_once_and_nothing_is_kept(at: datetime) -> None:
    viewer = make_viewer()
    before = Person.objects.count()
    with pytest.raises(Refused) as told:
        admit_member(viewer, role="boss", name=" ", email="sam", job_title="x" * 201, at=at)
    assert set(told.value.problems) == {"name", "email", "job_title", "role"}
    assert Person.objects.count() == before


def test_a_closed_account_is_not_opened_by_inviting_it(at: datetime) -> None:
    make_person(email="sam.reed@example.org", is_active=False)
    with pytest.raises(Refused) as told:
        admit_member(make_viewer(), role=Role.REVIEWER, at=at, **SAM)
    assert set(told.value.problems) == {"email"}


def test_an_officer_lets_others_into_an_organisation_and_never_themselves(at: datetime) -> None:
    """Else a partnership could read drafts."""
    place = make_participation()
    unit, officer = whole_unit(place.organisation), make_viewer(of=place.partnership)
    own = Person.objects.get(pk=officer.person_id)
    with pytest.raises(Refused, match="cannot let themselves"):
        admit_member(officer, unit_id=unit.pk, role=Role.CONTRIBUTOR, name=own.name, email=own.email.upper(), at=at)
    assert not own.memberships.filter(unit=unit).exists()
    held = make_membership(own, Role.RETURN_LEAD, of=unit)  # a colleague let them in
    assert admit_member(officer, unit_id=unit.pk, role=Role.RETURN_LEAD, name=own.name, email=own.email, at=at) == held


def test_a_return_lead_may_be_let_in_as_a_deputy(at: datetime) -> None:
    lead = make_viewer(Role.RETURN_LEAD)
    unit = Membership.objects.get(person=lead.person_id).unit_id
    made = admit_member(lead, role=Role.RETURN_LEAD, unit_id=unit, is_deputy=True, at=at, **SAM)
    assert made.is_deputy
    assert ActivityEvent.objects.get().details == {"person": made.person.ref, "role": "return-lead", "unit": unit, "deputy": True}


@pytest.mark.parametrize("role", [Role.SIGNATORY, Role.CONTRIBUTOR])
def test_only_return_leads_have_deputies(role: Role, at: datetime) -> None:
    lead = make_viewer(Role.RETURN_LEAD)
    unit = Membership.objects.get(person=lead.person_id).unit_id
    with pytest.raises(Refused) as refused:
        admit_member(lead, role=role, unit_id=unit, is_deputy=True, at=at, **SAM)
    assert set(refused.value.problems) == {"is_deputy"}
