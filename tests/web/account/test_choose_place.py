import pytest
from django.test import Client

from tests.factories.directory import make_membership, make_person

pytestmark = pytest.mark.django_db


def test_it_lists_ones_own_places_and_no_others(client: Client) -> None:
    held = make_membership()
    other = make_membership()
    client.force_login(held.person)
    page = client.get("/choose-place").content.decode()
    assert str(held.partnership) in page
    assert str(other.partnership) not in page


def test_it_says_when_there_is_none(client: Client) -> None:
    client.force_login(make_person())
    assert "nowhere to go yet" in client.get("/choose-place").content.decode()


def test_a_stranger_signs_in_first(client: Client) -> None:
    assert client.get("/choose-place").status_code == 302
