import pytest
from django.test import Client

from tests.factories.directory import make_membership

pytestmark = pytest.mark.django_db


def test_a_post_signs_out(client: Client) -> None:
    client.force_login(make_membership().person)
    response = client.post("/sign-out", follow=True)
    assert "_auth_user_id" not in client.session
    assert "You are signed out" in response.content.decode()


def test_a_link_only_shows_the_button(client: Client) -> None:
    person = make_membership().person
    client.force_login(person)
    page = client.get("/sign-out").content.decode()
    assert person.name in page
    assert "_auth_user_id" in client.session


def test_a_stranger_is_told_that_they_are_signed_out(client: Client) -> None:
    assert "You are signed out" in client.get("/sign-out").content.decode()
    assert client.post("/sign-out")["Location"] == "/sign-in"
