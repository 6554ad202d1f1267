from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.operations.declare_home_organisation import declare_home_organisation
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.directory import make_membership, make_participation, make_viewer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("role", [Role.OFFICER, Role.REVIEWER])
def test_an_officer_or_reviewer_works_in_an_organisation_that_takes_part(role: Role, at: datetime) -> None:
    place = make_participation()
    held = make_membership(role=role, of=place.partnership)
    viewer = make_viewer(of=place.partnership)
    declare_home_organisation(viewer, held.pk, participation=place.slug, at=at)
    held.refresh_from_db()
    assert held.home_organisation == place.organisation
    assert ActivityEvent.objects.get().details == {"person": held.person.ref, "from": None, "to": place.organisation.ref}
    declare_home_organisation(viewer, held.pk, participation="", at=at)
    held.refresh_from_db()
    assert held.home_organisation is None
    assert ActivityEvent.objects.get(number=2).details["from"] == place.organisation.ref


def test_the_same_again_is_no_event(at: datetime) -> None:
    place = make_participation()
    held = make_membership(role=Role.REVIEWER, of=place.partnership)
    declare_home_organisation(make_viewer(of=place.partnership), held.pk, participation="", at=at)
    assert not ActivityEvent.objects.exists()


def test_an_organisation_of_another_partnership_is_not_in_the_list(at: datetime) -> None:
    held = make_membership(role=Role.REVIEWER)
    for slug in (make_participation().slug, "nowhere"):
        with pytest.raises(Refused) as told:
            declare_home_organisation(make_viewer(of=held.partnership), held.pk, participation=slug, at=at)
        assert set(told.value.problems) == {"participation"}


def test_only_those_who_judge_returns_declare_one(at: datetime) -> None:
    place = make_participation()
    held = make_membership(role=Role.EXECUTIVE_VIEWER, of=place.partnership)
    with pytest.raises(Refused):
        declare_home_organisation(make_viewer(of=place.partnership), held.pk, participation=place.slug, at=at)


def test_foreign_and_absent_look_the_same(at: datetime) -> None:
    place = make_participation()
    lead = make_membership(role=Role.RETURN_LEAD, of=place.organisation)
    for viewer in (make_viewer(of=place.partnership), make_viewer(Role.REVIEWER, of=place.partnership)):
        for key in (make_membership(role=Role.REVIEWER).pk, lead.pk, 999_999):
            with pytest.raises(Absent):
                declare_home_organisation(viewer, key, participation=place.slug, at=at)
