import pytest
from django.test import Client

from section11.directory.models import Membership, Participation, Partnership
from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_organisation, make_participation, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def oak(partnership: Partnership) -> Participation:
    return make_participation(partnership, make_organisation("Oak Surgery"))


def address(held: Membership) -> str:
    return f"/p/riverside-partnership/organisations/oak-surgery/people/{held.pk}/end"


def test_an_officer_ends_even_the_last_lead_and_is_told_to_hand_over(client: Client, officer: Membership, oak: Participation) -> None:
    lead = make_membership(make_person("Lee Lead"), Role.RETURN_LEAD, of=oak.organisation)
    assert "hand over instead" in client.get(address(lead)).content.decode()
    response = client.post(address(lead), follow=True)
    assert "Lee Lead is no longer return lead of Oak Surgery" in response.content.decode()
    lead.refresh_from_db()
    assert lead.ended_at is not None


def test_somebody_of_another_organisation_is_absent_under_this_address(
    client: Client, officer: Membership, partnership: Partnership, oak: Participation
) -> None:
    elsewhere = make_membership(role=Role.RETURN_LEAD, of=make_participation(partnership).organisation)
    for held in (elsewhere, officer):
        assert client.get(address(held)).status_code == 404
        assert client.post(address(held)).status_code == 404
        held.refresh_from_db()
        assert held.ended_at is None
