from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.models import Membership, Organisation, Participation, Registration
from section11.directory.operations.approve_registration import approve_registration
from section11.directory.operations.decline_registration import decline_registration
from section11.directory.vocabulary import PARTNERSHIP_ROLES, RegistrationState, Role
from section11.lib.errors import Absent, Refused
from tests.factories.directory import make_organisation, make_participation, make_registration, make_viewer

pytestmark = pytest.mark.django_db


def test_the_organisation_takes_part_and_who_asked_leads(at: datetime) -> None:
    asked = make_registration(organisation_name="Elm School", lead_email="ada@example.org")
    viewer = make_viewer(of=asked.partnership)
    let_in = approve_registration(viewer, asked.pk, at=at)
    assert (let_in.participation.name, let_in.participation.sector) == ("Elm School", asked.sector)
    assert list(let_in.participation.duties.values_list("basis", flat=True)) == [asked.duty_basis]
    assert (let_in.lead.person.email, let_in.lead.role, let_in.lead.unit) == ("ada@example.org", Role.RETURN_LEAD, let_in.unit)
    asked.refresh_from_db()
    assert (asked.state, asked.decided_at, asked.decided_by) == (RegistrationState.APPROVED, at, viewer.person_ref)
    assert asked.participation == let_in.participation
    assert ActivityEvent.objects.filter(verb="registration-approved", stream__ref=asked.partnership.ref).count() == 1


def test_where_one_of_that_name_takes_part_already_it_gets_another_lead(at: datetime) -> None:
    asked = make_registration(organisation_name="elm school")
    place = make_participation(asked.partnership, make_organisation("Elm School"))
    old = make_membership_of_lead(place)
    let_in = approve_registration(make_viewer(of=asked.partnership), asked.pk, at=at)
    assert let_in.participation == place
    assert Organisation.objects.count() == 1
    old.refresh_from_db()
    assert old.ended_at is None


def make_membership_of_lead(place: Participation) -> Membership:
    make_viewer(Role.RETURN_LEAD, of=place.organisation)
    return Membership.objects.get(unit__organisation=place.organisation)


def test_a_decision_is_made_once(at: datetime) -> None:
    asked = make_registration()
    viewer = make_viewer(of=asked.partnership)
    approve_registration(viewer, asked.pk, at=at)
    events = ActivityEvent.objects.count()
    with pytest.raises(Refused):
        approve_registration(viewer, asked.pk, at=at)
    with pytest.raises(Refused):
        decline_registration(viewer, asked.pk, reason="No", at=at)
    assert ActivityEvent.objects.count() == events
    assert Participation.objects.count() == 1


@pytest.mark.parametrize("role", sorted(PARTNERSHIP_ROLES - {Role.OFFICER}))
def test_others_let_nobody_in(role: Role, at: datetime) -> None:
    asked = make_registration()
    with pytest.raises(Absent):
        approve_registration(make_viewer(role, of=asked.partnership), asked.pk, at=at)
    assert Registration.objects.get().state == RegistrationState.WAITING


def test_foreign_and_absent_look_the_same(at: datetime) -> None:
    asked = make_registration()
    for key in (asked.pk, 999_999):
        with pytest.raises(Absent):
            approve_registration(make_viewer(), key, at=at)
