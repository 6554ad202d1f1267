import pytest
from django.test import Client

from section11.directory.models import Membership, Partnership, Registration
from section11.directory.vocabulary import RegistrationState
from tests.factories.directory import make_registration

pytestmark = pytest.mark.django_db


def address(asked: Registration) -> str:
    return f"/p/riverside-partnership/registrations/{asked.pk}/decline"


def test_it_is_declined_with_a_reason(client: Client, officer: Membership, partnership: Partnership) -> None:
    asked = make_registration(partnership)
    assert asked.organisation_name in client.get(address(asked)).content.decode()
    response = client.post(address(asked), {"reason": "You are not in our area."}, follow=True)
    assert "is declined" in response.content.decode()
    asked.refresh_from_db()
    assert (asked.state, asked.reason) == (RegistrationState.DECLINED, "You are not in our area.")
    assert client.post(address(asked), {"reason": "Again"}).status_code == 422


@pytest.mark.parametrize("reason", ["", " ", "x" * 2001])
def test_without_a_reason_it_waits(client: Client, officer: Membership, partnership: Partnership, reason: str) -> None:
    asked = make_registration(partnership)
    response = client.post(address(asked), {"reason": reason})
    assert response.status_code == 422
    assert 'href="#id_reason"' in response.content.decode()
    asked.refresh_from_db()
    assert asked.state == RegistrationState.WAITING
