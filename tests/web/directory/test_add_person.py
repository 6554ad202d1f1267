import pytest
from django.test import Client

from section11.directory.models import Membership, Participation, Partnership
from section11.directory.vocabulary import Role
from tests.factories.directory import make_organisation, make_participation, make_unit

pytestmark = pytest.mark.django_db
HERE = "/p/riverside-partnership/organisations/oak-surgery/people/add"
ADA = {"name": "Ada Cole", "email": "ada@example.org", "role": "return-lead"}


@pytest.fixture
def oak(partnership: Partnership) -> Participation:
    return make_participation(partnership, make_organisation("Oak Surgery"))


def test_an_officer_adds_a_lead(client: Client, officer: Membership, oak: Participation) -> None:
    assert 'name="unit"' not in client.get(HERE).content.decode()
    response = client.post(HERE, ADA, follow=True)
    assert "Ada Cole can now sign in with ada@example.org" in response.content.decode()
    held = Membership.objects.get(person__email="ada@example.org")
    assert (held.role, held.unit) == (Role.RETURN_LEAD, oak.organisation.units.get())


def test_with_units_one_is_chosen(client: Client, officer: Membership, oak: Participation) -> None:
    unit = make_unit(oak.organisation)
    assert client.post(HERE, ADA).status_code == 422
    assert client.post(HERE, {**ADA, "unit": make_unit().pk}).status_code == 422
    client.post(HERE, {**ADA, "unit": unit.pk})
    assert Membership.objects.get(person__email="ada@example.org").unit == unit


@pytest.mark.parametrize("wrong", [{"role": "officer"}, {"email": "x"}, {"name": ""}])
def test_what_is_wrong_is_said(client: Client, officer: Membership, oak: Participation, wrong: dict[str, str]) -> None:
    assert client.post(HERE, {**ADA, **wrong}).status_code == 422
    assert Membership.objects.count() == 1
