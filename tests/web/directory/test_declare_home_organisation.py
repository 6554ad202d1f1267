import pytest
from django.test import Client

from section11.directory.models import Membership, Partnership
from tests.factories.directory import make_organisation, make_participation

pytestmark = pytest.mark.django_db


def test_an_officer_declares_where_they_work(client: Client, officer: Membership, partnership: Partnership) -> None:
    place = make_participation(partnership, make_organisation("Riverside Council"))
    address = f"/p/riverside-partnership/colleagues/{officer.pk}/home"
    assert "Riverside Council" in client.get(address).content.decode()
    assert client.post(address, {"participation": place.slug})["Location"].endswith("/colleagues")
    officer.refresh_from_db()
    assert officer.home_organisation == place.organisation
    assert f'value="{place.slug}" selected' in client.get(address).content.decode()
    client.post(address, {"participation": ""})
    officer.refresh_from_db()
    assert officer.home_organisation is None


def test_only_an_organisation_that_takes_part(client: Client, officer: Membership) -> None:
    elsewhere = make_participation(organisation=make_organisation("Hillside Council"))
    address = f"/p/riverside-partnership/colleagues/{officer.pk}/home"
    assert "Hillside" not in client.get(address).content.decode()
    assert client.post(address, {"participation": elsewhere.slug}).status_code == 422
