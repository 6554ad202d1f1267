import pytest
from django.test import Client

from section11.directory.models import Membership, Partnership
from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_person

pytestmark = pytest.mark.django_db


def address(held: Membership) -> str:
    return f"/p/riverside-partnership/colleagues/{held.pk}/role"


def roles(held: Membership) -> set[str]:
    return set(held.person.memberships.filter(ended_at__isnull=True).values_list("role", flat=True))


def test_a_colleague_gets_another_role(client: Client, officer: Membership, partnership: Partnership) -> None:
    held = make_membership(make_person("Rita"), Role.REVIEWER, of=partnership)
    assert "Rita is reviewer now" in client.get(address(held)).content.decode()
    assert client.post(address(held), {"role": "officer"})["Location"].endswith("/colleagues")
    assert roles(held) == {"officer"}


def test_an_officer_who_gives_up_the_role_goes_where_they_still_may(client: Client, officer: Membership, partnership: Partnership) -> None:
    make_membership(role=Role.OFFICER, of=partnership)
    assert client.post(address(officer), {"role": "reviewer"})["Location"] == "/start"


def test_the_last_officer_stays_and_is_told_why(client: Client, officer: Membership) -> None:
    response = client.post(address(officer), {"role": "reviewer"})
    assert response.status_code == 422
    assert "Add another officer first" in response.content.decode()
    assert roles(officer) == {"officer"}


def test_a_role_from_nowhere_is_refused(client: Client, officer: Membership) -> None:
    assert client.post(address(officer), {"role": "boss"}).status_code == 422
