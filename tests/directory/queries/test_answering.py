from datetime import UTC, datetime

import pytest

from section11.directory.models import Unit
from section11.directory.queries.answering import Answerer, answerers
from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_organisation, make_person, whole_unit

pytestmark = pytest.mark.django_db
LATER = datetime(2026, 10, 1, 9, tzinfo=UTC)


@pytest.fixture
def unit() -> Unit:
    return whole_unit(make_organisation())


def member(unit: Unit, name: str, *, role: Role = Role.RETURN_LEAD, bounced: bool = False, **fields: object) -> str:
    make_membership(make_person(name, bounced_at=LATER if bounced else None), role, of=unit, **fields)
    return name


def names(found: list[Answerer]) -> list[str]:
    return [one.name for one in found]


def test_emails_go_to_leads_who_are_no_deputies(unit: Unit):
    member(unit, "Ann"), member(unit, "Dee", is_deputy=True), member(unit, "Bo")
    people = answerers([unit.pk])[unit.pk]
    assert names(people.leads) == ["Ann", "Bo"]
    assert names(people.leads_and_deputies) == ["Ann", "Dee", "Bo"]


def test_where_no_lead_can_be_reached_or_none_is_left_they_go_to_deputies(unit: Unit):
    member(unit, "Dee", is_deputy=True)
    assert names(answerers([unit.pk])[unit.pk].leads) == ["Dee"]
    member(unit, "Ann", bounced=True)
    assert names(answerers([unit.pk])[unit.pk].leads) == ["Dee"]
    assert names(answerers([unit.pk])[unit.pk].leads_and_deputies) == ["Dee"]
    member(unit, "Bo")
    assert names(answerers([unit.pk])[unit.pk].leads) == ["Bo"]


def test_where_no_address_works_the_email_goes_where_it_would_have_gone(unit: Unit):
    member(unit, "Ann", bounced=True), member(unit, "Dee", bounced=True, is_deputy=True)
    assert names(answerers([unit.pk])[unit.pk].leads) == ["Ann", "Dee"]


def test_a_word_to_the_senior_people_goes_to_those_who_lead_too_once_each(unit: Unit):
    member(unit, "Ann"), member(unit, "Dee", is_deputy=True)
    assert answerers([unit.pk])[unit.pk].told_with_senior == []
    both = make_person("Sam")
    make_membership(both, Role.SIGNATORY, of=unit)
    make_membership(both, Role.RETURN_LEAD, of=unit)
    assert names(answerers([unit.pk])[unit.pk].told_with_senior) == ["Sam", "Ann", "Dee"]


def test_who_left_or_whose_account_is_closed_answers_no_more(unit: Unit):
    member(unit, "Gone", ended_at=LATER)
    make_membership(make_person("Closed", is_active=False), Role.RETURN_LEAD, of=unit)
    assert answerers([unit.pk])[unit.pk].leads == []
    assert answerers([]) == {}
