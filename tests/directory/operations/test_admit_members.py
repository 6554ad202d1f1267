from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.directory.models import Membership, Person
from section11.directory.operations.admit_members import MemberWanted, admit_members
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.directory import make_membership, make_participation, make_person, make_unit, make_viewer, whole_unit

pytestmark = pytest.mark.django_db


def test_people_are_found_or_made_and_hold_a_role_once(at: datetime) -> None:
    place = make_participation()
    unit, site = whole_unit(place.organisation), make_unit(place.organisation)
    known = make_person("Ada Cole", email="ada.cole@example.org")
    before = make_membership(known, Role.RETURN_LEAD, of=unit)
    ended = make_membership(make_person(email="gone@example.org"), Role.RETURN_LEAD, of=unit, ended_at=at)
    wanted = [
        MemberWanted(unit.pk, Role.RETURN_LEAD, "A. Cole", "Ada.Cole@example.org"),
        MemberWanted(unit.pk, Role.RETURN_LEAD, "Gone", "gone@example.org"),
        MemberWanted(unit.pk, Role.SIGNATORY, " Bea  Head ", " bea@example.org "),
        MemberWanted(site.pk, Role.RETURN_LEAD, "Another name", "bea@example.org"),
        MemberWanted(site.pk, Role.RETURN_LEAD, "Bea", "BEA@example.org"),
    ]
    admit_members(make_viewer(of=place.partnership), wanted, at=at)
    running = Membership.objects.filter(ended_at__isnull=True, unit__isnull=False).order_by("pk")
    assert [(m.person.name, m.role, m.unit, m.started_at) for m in running] == [
        ("Ada Cole", Role.RETURN_LEAD, unit, before.started_at),
        (ended.person.name, Role.RETURN_LEAD, unit, at),
        ("Bea Head", Role.SIGNATORY, unit, at),
        ("Bea Head", Role.RETURN_LEAD, site, at),
    ]
    assert Person.objects.filter(email="bea@example.org").count() == 1
    told = ActivityEvent.objects.filter(verb="member-admitted").values_list("stream__ref", flat=True)
    assert sorted(told) == [place.organisation.ref] * 3 + [place.partnership.ref] * 3


def test_a_unit_that_takes_no_part_makes_all_absent(at: datetime) -> None:
    place, other = make_participation(), make_participation()
    wanted = [MemberWanted(whole_unit(p.organisation).pk, Role.RETURN_LEAD, "A", "a@example.org") for p in (place, other)]
    with pytest.raises(Absent):
        admit_members(make_viewer(of=place.partnership), wanted, at=at)
    assert not Person.objects.filter(email="a@example.org").exists()


def test_only_officers(at: datetime) -> None:
    for role in (Role.REVIEWER, Role.RETURN_LEAD):
        with pytest.raises(Absent):
            admit_members(make_viewer(role), [], at=at)


def test_an_officer_is_not_among_them_unless_there_already(at: datetime) -> None:
    place = make_participation()
    unit, officer = whole_unit(place.organisation), make_viewer(of=place.partnership)
    own = Person.objects.get(pk=officer.person_id)
    wanted = [MemberWanted(unit.pk, Role.RETURN_LEAD, own.name, own.email), MemberWanted(unit.pk, Role.SIGNATORY, "B", "b@example.org")]
    with pytest.raises(Refused, match="cannot let themselves"):
        admit_members(officer, wanted, at=at)
    assert not Membership.objects.filter(unit=unit).exists()
    make_membership(own, Role.RETURN_LEAD, of=unit)
    admit_members(officer, wanted, at=at)
    assert Membership.objects.filter(unit=unit, ended_at__isnull=True).count() == 2
