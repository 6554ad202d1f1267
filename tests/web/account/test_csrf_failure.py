"""A form from before a new sign-in: what was typed is kept for the same person, or shown for copying."""

from typing import Any

import pytest
from django.core import mail
from django.test import Client

from section11.directory.models import Organisation, Person
from section11.directory.vocabulary import Role
from section11.returns.models import HeldPost
from section11.web.account.hold import make_hold_token
from tests.factories.directory import make_membership, make_organisation, make_person
from tests.web.account.test_sign_in_code import code_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("test_pages")]
JSON = {"Accept": "application/json"}


@pytest.fixture
def oak() -> Organisation:
    return make_organisation("Oak Surgery")


@pytest.fixture
def sam(oak: Organisation) -> Person:
    return make_membership(make_person("Sam Reed", email="sam@example.org"), Role.RETURN_LEAD, of=oak).person


@pytest.fixture
def browser() -> Client:
    return Client(enforce_csrf_checks=True)


def form_token(browser: Client, address: str) -> str:
    return browser.get(address).content.decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]


def sign_in(browser: Client, person: Person) -> None:
    browser.post("/sign-in", {"email": person.email, "csrfmiddlewaretoken": form_token(browser, "/sign-in")})
    browser.post("/sign-in/code", {"code": code_of(), "csrfmiddlewaretoken": form_token(browser, "/sign-in/code")})
    assert "_auth_user_id" in browser.session


def typed(person: Person, **more: Any) -> dict[str, Any]:
    return {"comment": "We train all staff.", "hold": make_hold_token(person.ref), "page": "/kept-text", **more}


def test_other_tabs_posts_after_a_new_sign_in_show_their_text_again(browser: Client, sam: Person) -> None:
    sign_in(browser, sam)
    old = form_token(browser, "/sign-out")
    browser.post("/sign-out", {"csrfmiddlewaretoken": old})
    sign_in(browser, sam)
    response = browser.post("/o/oak-surgery/holding", typed(sam, csrfmiddlewaretoken=old), follow=True)
    assert response.redirect_chain == [("/kept-text", 302)]
    page = response.content.decode()
    assert "so we kept what you typed" in page
    assert 'href="/kept-text">See all the text' in page
    assert "We train all staff." in page
    assert HeldPost.objects.get().person == sam
    assert len(mail.outbox) == 2


def test_with_the_new_token_the_page_itself_answers(browser: Client, sam: Person) -> None:
    sign_in(browser, sam)
    response = browser.post("/o/oak-surgery/holding", typed(sam, csrfmiddlewaretoken=form_token(browser, "/sign-out")))
    assert response.content == b"reached"


def shown_for_copying(browser: Client, address: str, data: dict[str, Any]) -> None:
    response = browser.post(address, data)
    assert response.status_code == 403
    page = response.content.decode()
    assert "This page was out of date" in page
    assert "We train all staff." in page
    assert "readonly" in page
    assert data.get("hold", "no token") not in page
    assert not HeldPost.objects.exists()


def test_text_of_somebody_else_is_not_kept_but_shown_for_copying(browser: Client, sam: Person) -> None:
    sign_in(browser, make_membership(make_person(email="ann@example.org")).person)
    shown_for_copying(browser, "/o/oak-surgery/holding", typed(sam))


def test_nor_where_the_route_does_not_hold(browser: Client, sam: Person) -> None:
    sign_in(browser, sam)
    shown_for_copying(browser, "/o/oak-surgery/not-holding", typed(sam))


@pytest.mark.parametrize("token", ["", "nonsense"])
def test_nor_without_a_good_token(browser: Client, sam: Person, token: str) -> None:
    sign_in(browser, sam)
    data = {"comment": "We train all staff.", "page": "/kept-text"}
    shown_for_copying(browser, "/o/oak-surgery/holding", {**data, "hold": token} if token else data)


def test_nor_for_a_stranger(browser: Client, sam: Person) -> None:
    shown_for_copying(browser, "/o/oak-surgery/holding", typed(sam))


def test_an_unknown_address_is_no_trouble(browser: Client) -> None:
    assert browser.post("/nowhere", {"comment": "x"}).status_code == 404


def test_a_script_is_told_in_json(browser: Client, sam: Person) -> None:
    sign_in(browser, sam)
    response = browser.post("/o/oak-surgery/holding", typed(sam), headers=JSON)
    assert (response.status_code, response.json()["held"]) == (403, True)
    response = browser.post("/o/oak-surgery/not-holding", typed(sam), headers=JSON)
    assert (response.status_code, response.json()["held"]) == (403, False)


def test_what_was_typed_is_shown_as_text(browser: Client, sam: Person) -> None:
    page = browser.post("/o/oak-surgery/holding", {"comment": "</textarea><script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in page
