import pytest
from django.test import Client

from section11.directory.models import Membership, Partnership
from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_participation, make_person

pytestmark = pytest.mark.django_db


def address(held: Membership) -> str:
    return f"/p/riverside-partnership/colleagues/{held.pk}/end"


def running(held: Membership) -> bool:
    held.refresh_from_db()
    return held.ended_at is None


def test_it_asks_first_then_ends(client: Client, officer: Membership, partnership: Partnership) -> None:
    held = make_membership(make_person("Rita"), Role.REVIEWER, of=partnership)
    assert "Rita will no longer be reviewer" in client.get(address(held)).content.decode().replace("\n", "")
    assert running(held)
    response = client.post(address(held), follow=True)
    assert "Rita is no longer reviewer here." in response.content.decode()
    assert not running(held)


def test_the_last_officer_stays(client: Client, officer: Membership) -> None:
    response = client.post(address(officer))
    assert response.status_code == 422
    assert "Add another officer first" in response.content.decode()
    assert running(officer)


def test_one_who_ends_their_own_role_goes_where_they_still_may(client: Client, officer: Membership, partnership: Partnership) -> None:
    make_membership(role=Role.OFFICER, of=partnership)
    response = client.post(address(officer), follow=True)
    assert response.redirect_chain == [("/start", 302)]
    assert "You have no part in anything yet" in response.content.decode()


def test_an_organisations_lead_is_no_colleague(client: Client, officer: Membership, partnership: Partnership) -> None:
    lead = make_membership(role=Role.RETURN_LEAD, of=make_participation(partnership).organisation)
    assert client.post(address(lead)).status_code == 404
    assert running(lead)
