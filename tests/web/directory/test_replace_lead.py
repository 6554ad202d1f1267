import pytest
from django.test import Client

from section11.directory.models import Membership, Participation, Partnership
from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_organisation, make_participation, make_person

pytestmark = pytest.mark.django_db
ADA = {"name": "Ada Cole", "email": "ada@example.org"}


@pytest.fixture
def oak(partnership: Partnership) -> Participation:
    return make_participation(partnership, make_organisation("Oak Surgery"))


def address(held: Membership) -> str:
    return f"/p/riverside-partnership/organisations/oak-surgery/people/{held.pk}/replace"


def test_an_officer_passes_a_gone_leads_place_on(client: Client, officer: Membership, oak: Participation) -> None:
    old = make_membership(make_person("Lee Lead"), Role.RETURN_LEAD, of=oak.organisation)
    assert "Hand over from Lee Lead" in client.get(address(old)).content.decode()
    response = client.post(address(old), ADA, follow=True)
    assert "Ada Cole is the return lead of Oak Surgery now" in response.content.decode()
    assert [held.person.name for held in Membership.objects.filter(role=Role.RETURN_LEAD, ended_at__isnull=True)] == ["Ada Cole"]


def test_the_same_person_is_no_next_one(client: Client, officer: Membership, oak: Participation) -> None:
    old = make_membership(role=Role.RETURN_LEAD, of=oak.organisation)
    response = client.post(address(old), {**ADA, "email": old.person.email})
    assert response.status_code == 422
    assert 'href="#id_email"' in response.content.decode()


def test_only_a_lead_of_this_organisation_is_replaced(
    client: Client, officer: Membership, partnership: Partnership, oak: Participation
) -> None:
    contributor = make_membership(role=Role.CONTRIBUTOR, of=oak.organisation)
    elsewhere = make_membership(role=Role.RETURN_LEAD, of=make_participation(partnership).organisation)
    for held in (contributor, elsewhere, officer):
        assert client.get(address(held)).status_code == 404
        assert client.post(address(held), ADA).status_code == 404
