import pytest
from django.test import Client

from tests.factories.directory import make_partnership, make_sector

pytestmark = pytest.mark.django_db


def test_with_one_partnership_straight_to_its_form(client: Client) -> None:
    here = make_sector().partnership
    make_sector(make_partnership(takes_registrations=False))
    make_partnership("Without sectors")
    assert client.get("/register")["Location"] == f"/register/{here.slug}"


def test_with_several_one_chooses(client: Client) -> None:
    for name in ("Riverside", "Hillside"):
        make_sector(make_partnership(name))
    page = client.get("/register").content.decode()
    assert page.index("Hillside") < page.index("Riverside")


def test_with_none_one_is_told(client: Client) -> None:
    assert "No partnership takes registrations" in client.get("/register").content.decode()
