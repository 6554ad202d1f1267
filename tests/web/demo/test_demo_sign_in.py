import pytest
from django.conf import LazySettings
from django.test import Client

from tests.factories.directory import make_membership, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def _demo(settings: LazySettings) -> None:
    settings.DEMO = True


@pytest.mark.usefixtures("_demo")
def test_one_click_signs_in_and_leads_on(client: Client) -> None:
    person = make_membership().person
    assert client.post("/demo/sign-in", {"person": person.ref})["Location"] == "/start"
    assert client.session["_auth_user_id"] == str(person.pk)
    assert client.post("/demo/sign-in", {"person": person.ref, "next": "/kept-text"})["Location"] == "/kept-text"
    assert client.post("/demo/sign-in", {"person": person.ref, "next": "//evil.example"})["Location"] == "/start"


@pytest.mark.usefixtures("_demo")
def test_a_get_signs_nobody_in(client: Client) -> None:
    assert client.get("/demo/sign-in", {"person": make_membership().person.ref}).status_code == 405


@pytest.mark.usefixtures("_demo")
def test_only_people_of_the_list(client: Client) -> None:
    closed = make_membership(make_person(is_active=False)).person
    for told in ("", "person:x", "person:1", closed.ref, make_person().ref, "x"):
        assert client.post("/demo/sign-in", {"person": told}).status_code == 404
    assert "_auth_user_id" not in client.session


def test_outside_the_demo_it_is_absent(client: Client) -> None:
    assert client.post("/demo/sign-in", {"person": make_membership().person.ref}).status_code == 404
    assert "_auth_user_id" not in client.session
