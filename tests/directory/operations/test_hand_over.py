from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.models import Membership
from section11.directory.operations.hand_over import hand_over
from section11.directory.queries import viewer_in_organisation
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.directory import make_membership, make_organisation, make_participation, make_unit, make_viewer

pytestmark = pytest.mark.django_db
NEXT = {"name": "Ada Cole", "email": "ada.cole@example.org"}


def leads() -> list[str]:
    return list(Membership.objects.filter(role=Role.RETURN_LEAD, ended_at__isnull=True).values_list("person__email", flat=True))


def test_the_old_lead_passes_the_place_to_the_next(at: datetime) -> None:
    old = make_membership(role=Role.RETURN_LEAD, of=make_organisation())
    assert old.unit
    viewer = viewer_in_organisation(old.person, old.unit.organisation.slug)
    assert viewer
    new = hand_over(viewer, old.pk, job_title="Head", at=at, **NEXT)
    old.refresh_from_db()
    assert (old.ended_at, new.unit, new.job_title) == (at, old.unit, "Head")
    assert leads() == ["ada.cole@example.org"]
    told = ActivityEvent.objects.get(verb="lead-handed-over")
    assert told.details == {"from": old.person.ref, "to": new.person.ref, "unit": old.unit_id}


@pytest.mark.parametrize(("leaves", "left"), [(False, {Role.SIGNATORY}), (True, set())])
def test_who_leaves_is_nothing_there_any_more_and_who_stays_keeps_their_other_roles(leaves: bool, left: set[Role], at: datetime) -> None:
    old = make_membership(role=Role.RETURN_LEAD, of=make_organisation())
    assert old.unit
    make_membership(old.person, Role.SIGNATORY, of=old.unit)
    elsewhere = make_membership(old.person, Role.CONTRIBUTOR, of=make_unit(old.unit.organisation))
    viewer = viewer_in_organisation(old.person, old.unit.organisation.slug)
    assert viewer
    hand_over(viewer, old.pk, leaves=leaves, at=at, **NEXT)
    running = old.person.memberships.filter(ended_at__isnull=True)
    assert set(running.filter(unit=old.unit).values_list("role", flat=True)) == left
    assert running.filter(pk=elsewhere.pk).exists()


def test_an_officer_hands_over_for_a_lead_who_has_gone(at: datetime) -> None:
    place = make_participation()
    old = make_membership(role=Role.RETURN_LEAD, of=place.organisation)
    hand_over(make_viewer(of=place.partnership), old.pk, at=at, **NEXT)
    assert leads() == ["ada.cole@example.org"]
    streams = {event.stream.ref for event in ActivityEvent.objects.filter(verb="lead-handed-over")}
    assert streams == {place.partnership.ref, place.organisation.ref}


def test_the_next_lead_may_be_a_contributor_already(at: datetime) -> None:
    old = make_membership(role=Role.RETURN_LEAD, of=make_organisation())
    assert old.unit
    contributor = make_membership(role=Role.CONTRIBUTOR, of=old.unit)
    viewer = viewer_in_organisation(old.person, old.unit.organisation.slug)
    assert viewer
    new = hand_over(viewer, old.pk, name="x", email=contributor.person.email, at=at)
    assert new.person == contributor.person
    assert contributor.person.memberships.filter(ended_at__isnull=True).count() == 2


def test_a_lead_does_not_hand_over_to_themselves(at: datetime) -> None:
    place = make_participation()
    old = make_membership(role=Role.RETURN_LEAD, of=place.organisation)
    with pytest.raises(Refused) as told:
        hand_over(make_viewer(of=place.partnership), old.pk, name="x", email=old.person.email.upper(), at=at)
    assert set(told.value.problems) == {"email"}


def test_when_the_next_lead_cannot_come_in_the_old_one_stays(at: datetime) -> None:
    place = make_participation()
    old = make_membership(role=Role.RETURN_LEAD, of=place.organisation)
    with pytest.raises(Refused):
        hand_over(make_viewer(of=place.partnership), old.pk, name="", email="no", at=at)
    assert leads() == [old.person.email]


def test_only_a_leads_place_is_handed_over(at: datetime) -> None:
    place = make_participation()
    viewer = make_viewer(of=place.partnership)
    for held in (make_membership(role=Role.CONTRIBUTOR, of=place.organisation), make_membership(role=Role.REVIEWER, of=place.partnership)):
        with pytest.raises(Absent):
            hand_over(viewer, held.pk, at=at, **NEXT)


def test_foreign_and_absent_look_the_same(at: datetime) -> None:
    foreign = make_membership(role=Role.RETURN_LEAD)
    for viewer in (make_viewer(), make_viewer(Role.RETURN_LEAD), make_viewer(Role.CONTRIBUTOR)):
        for key in (foreign.pk, 999_999):
            with pytest.raises(Absent):
                hand_over(viewer, key, at=at, **NEXT)


def test_a_deputy_who_takes_over_is_no_deputy_any_more(at: datetime) -> None:
    old = make_membership(role=Role.RETURN_LEAD, of=make_organisation())
    assert old.unit
    deputy = make_membership(role=Role.RETURN_LEAD, of=old.unit, is_deputy=True)
    viewer = viewer_in_organisation(deputy.person, old.unit.organisation.slug)
    assert viewer
    new = hand_over(viewer, old.pk, name=deputy.person.name, email=deputy.person.email, at=at)
    deputy.refresh_from_db()
    assert (new.pk, deputy.is_deputy, leads()) == (deputy.pk, False, [deputy.person.email])
