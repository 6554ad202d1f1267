import pytest
from django.test import Client

from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_person, make_unit

pytestmark = pytest.mark.django_db


def address(held: Membership) -> str:
    return f"/o/oak-surgery/people/{held.pk}/end"


def test_it_asks_first_then_ends(client: Client, lead: Membership) -> None:
    assert lead.unit
    held = make_membership(make_person("Con"), Role.CONTRIBUTOR, of=lead.unit)
    assert "What they wrote stays" in client.get(address(held)).content.decode()
    response = client.post(address(held), follow=True)
    assert "Con is no longer contributor." in response.content.decode()
    held.refresh_from_db()
    assert held.ended_at is not None


def test_the_last_lead_hands_over_instead(client: Client, lead: Membership) -> None:
    response = client.post(address(lead))
    assert response.status_code == 422
    assert "Hand over to the next lead" in response.content.decode()


def test_one_of_two_leads_may_leave_and_goes_where_they_still_may(client: Client, lead: Membership) -> None:
    assert lead.unit
    make_membership(role=Role.RETURN_LEAD, of=lead.unit)
    assert client.post(address(lead))["Location"] == "/start"


def test_people_of_units_one_does_not_lead_are_absent(client: Client, lead: Membership) -> None:
    assert lead.unit
    for held in (make_membership(role=Role.CONTRIBUTOR, of=make_unit(lead.unit.organisation)), make_membership(role=Role.CONTRIBUTOR)):
        assert client.get(address(held)).status_code == 404
        assert client.post(address(held)).status_code == 404
