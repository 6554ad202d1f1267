import re

import pytest
from django.conf import LazySettings
from django.core import mail
from django.test import Client

from section11.directory.vocabulary import Role
from section11.transfer.demo.people import listed_people
from tests.factories.directory import make_membership, make_person

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="[^"]+"')
pytestmark = pytest.mark.django_db


def asked(client: Client, email: str, **more: str) -> str:
    response = client.post("/sign-in", {"email": email, **more})
    assert response.status_code == 302
    return str(response["Location"])


def test_the_page_asks_for_an_address(client: Client) -> None:
    page = client.get("/sign-in").content.decode()
    assert "Email address" in page
    assert "demo people" not in page


def test_a_code_goes_to_who_has_a_role_somewhere(client: Client) -> None:
    person = make_membership(make_person(email="sam@example.org")).person
    assert asked(client, " SAM@Example.org ") == "/sign-in/code"
    (email,) = mail.outbox
    assert email.to == [person.email]
    assert email.subject == "Your sign-in code"
    assert "15 minutes" in email.body
    assert email.message().get_content_type() == "text/plain"


def test_the_same_page_whether_the_address_is_known_or_not(client: Client) -> None:
    make_membership(make_person(email="member@example.org"))
    make_person(email="nowhere@example.org")
    make_membership(make_person(email="closed@example.org", is_active=False))
    pages = []
    for name in ("member", "nowhere", "closed", "stranger"):
        browser = Client()
        assert asked(browser, f"{name}@example.org") == "/sign-in/code"
        pages.append(browser.get("/sign-in/code").content.decode().replace(name, "somebody"))
    shown = {TOKEN.sub("", page.split("<main")[1]) for page in pages}
    assert len(shown) == 1
    assert [email.to for email in mail.outbox] == [["member@example.org"]]


def test_who_left_gets_no_code(client: Client) -> None:
    held = make_membership(role=Role.REVIEWER)
    held.ended_at = held.started_at
    held.save()
    asked(client, held.person.email)
    assert mail.outbox == []


@pytest.mark.parametrize("typed", ["", "sam", "sam@", "sam@example.org\nBcc: x@example.org", "x" * 300 + "@example.org"])
def test_what_is_no_address_is_said_at_the_field(client: Client, typed: str) -> None:
    response = client.post("/sign-in", {"email": typed})
    assert response.status_code == 422
    page = response.content.decode()
    assert 'href="#id_email"' in page
    assert "Enter" in page
    assert mail.outbox == []


def test_too_many_codes_for_one_address_are_refused_known_or_not(client: Client) -> None:
    make_membership(make_person(email="member@example.org"))
    for email in ("member@example.org", "stranger@example.org"):
        for _ in range(3):
            asked(client, email)
        response = client.post("/sign-in", {"email": email})
        assert response.status_code == 422
        assert "several codes" in response.content.decode()
    assert len(mail.outbox) == 3


def test_where_to_go_afterwards_travels_along_if_it_is_here(client: Client) -> None:
    assert 'name="next" value="/p/x/today"' in client.get("/sign-in?next=/p/x/today").content.decode()
    assert "evil" not in client.get("/sign-in?next=//evil.example").content.decode()
    assert asked(client, "a@example.org", next="/p/x/today") == "/sign-in/code?next=%2Fp%2Fx%2Ftoday"
    assert asked(client, "a@example.org", next="https://evil.example") == "/sign-in/code"


def test_who_is_signed_in_goes_on(client: Client) -> None:
    client.force_login(make_membership().person)
    assert client.get("/sign-in")["Location"] == "/start"
    assert client.get("/sign-in?next=/kept-text")["Location"] == "/kept-text"
    assert client.get("/sign-in?next=//evil.example")["Location"] == "/start"


def test_the_demo_lists_its_people(client: Client, settings: LazySettings) -> None:
    settings.DEMO = True
    email, name, line = listed_people()[0]
    make_membership(make_person(name, email=email))
    make_membership(make_person("Sam Reed"))
    page = client.get("/sign-in?next=/kept-text").content.decode()
    assert name in page
    assert line in page
    assert "Sam Reed" not in page
    assert page.count('name="next" value="/kept-text"') == 2


def test_nobody_keeps_the_page_and_no_search_engine_lists_it(client: Client) -> None:
    response = client.get("/sign-in")
    assert response["Cache-Control"] == "no-store"
    assert "noindex" in response["X-Robots-Tag"]
