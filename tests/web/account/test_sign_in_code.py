import re
from datetime import timedelta

import pytest
import time_machine
from django.conf import LazySettings
from django.core import mail
from django.test import Client

from section11.directory.models import Person
from section11.lib.clock import now
from tests.factories.directory import make_membership, make_person

pytestmark = pytest.mark.django_db


@pytest.fixture
def sam() -> Person:
    return make_membership(make_person("Sam Reed", email="sam@example.org")).person


def code_of(number: int = -1) -> str:
    found = re.search(r"\d{4}-\d{4}", str(mail.outbox[number].body))
    assert found
    return found.group()


def signed_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_the_code_signs_in_and_leads_on(client: Client, sam: Person) -> None:
    client.post("/sign-in", {"email": sam.email})
    before = client.session.session_key
    response = client.post("/sign-in/code", {"code": code_of()})
    assert response["Location"] == "/start"
    assert client.session["_auth_user_id"] == str(sam.pk)
    assert client.session.session_key != before
    assert 11 * 3600 < client.session.get_expiry_age() <= 12 * 3600
    sam.refresh_from_db()
    assert sam.last_login is not None


@pytest.mark.parametrize("typed", ["{} ", "{}"])
def test_dashes_and_spaces_do_not_matter(client: Client, sam: Person, typed: str) -> None:
    client.post("/sign-in", {"email": sam.email})
    client.post("/sign-in/code", {"code": typed.format(code_of().replace("-", " "))})
    assert signed_in(client)


@pytest.mark.parametrize(
    ("wanted", "to"), [("/kept-text", "/kept-text"), ("//evil.example", "/start"), ("https://evil.example/x", "/start")]
)
def test_it_leads_to_addresses_here_only(client: Client, sam: Person, wanted: str, to: str) -> None:
    client.post("/sign-in", {"email": sam.email})
    assert client.post("/sign-in/code", {"code": code_of(), "next": wanted})["Location"] == to


def test_a_code_works_once(client: Client, sam: Person) -> None:
    client.post("/sign-in", {"email": sam.email})
    code = code_of()
    client.post("/sign-in/code", {"code": code})
    client.post("/sign-out")
    assert client.post("/sign-in/code", {"code": code})["Location"] == "/sign-in"
    assert not signed_in(client)


def test_a_code_works_only_in_the_browser_that_asked(client: Client, sam: Person) -> None:
    client.post("/sign-in", {"email": sam.email})
    other = Client()
    assert other.post("/sign-in/code", {"code": code_of()})["Location"] == "/sign-in"
    assert not signed_in(other)


def test_a_wrong_code_is_said_and_five_end_it(client: Client, sam: Person) -> None:
    client.post("/sign-in", {"email": sam.email})
    for _ in range(4):
        response = client.post("/sign-in/code", {"code": "0000-0000"})
        assert response.status_code == 422
        assert 'href="#id_code"' in response.content.decode()
    assert client.post("/sign-in/code", {"code": "0000-0000"})["Location"] == "/sign-in"
    assert "wrong five times" in client.get("/sign-in").content.decode()
    client.post("/sign-in/code", {"code": code_of()})
    assert not signed_in(client)


def test_nothing_typed_is_no_try(client: Client, sam: Person) -> None:
    client.post("/sign-in", {"email": sam.email})
    for _ in range(6):
        assert client.post("/sign-in/code", {"code": " "}).status_code == 422
    client.post("/sign-in/code", {"code": code_of()})
    assert signed_in(client)


def test_after_fifteen_minutes_it_is_over(client: Client, sam: Person) -> None:
    client.post("/sign-in", {"email": sam.email})
    with time_machine.travel(now() + timedelta(minutes=15, seconds=2)):
        response = client.post("/sign-in/code", {"code": code_of()}, follow=True)
    assert "no longer works" in response.content.decode()
    assert not signed_in(client)


def test_another_code_twice_at_most_and_only_the_newest_works(client: Client, sam: Person) -> None:
    client.post("/sign-in", {"email": sam.email, "next": "/kept-text"})
    for _ in range(2):
        assert "Send another code" in client.get("/sign-in/code").content.decode()
        response = client.post("/sign-in/code", {"action": "resend", "next": "/kept-text"})
        assert response["Location"] == "/sign-in/code?next=%2Fkept-text"
    assert "Send another code" not in client.get("/sign-in/code").content.decode()
    client.post("/sign-in/code", {"action": "resend"})
    assert len(mail.outbox) == 3
    if code_of(0) != code_of():
        assert client.post("/sign-in/code", {"code": code_of(0)}).status_code == 422
    client.post("/sign-in/code", {"code": code_of()})
    assert signed_in(client)


def test_an_unknown_address_never_signs_in_whatever_is_typed(client: Client) -> None:
    client.post("/sign-in", {"email": "stranger@example.org"})
    for typed in ("", "-", "None", "0000-0000"):
        assert client.post("/sign-in/code", {"code": typed}).status_code == 422
    assert not signed_in(client)


def test_an_account_closed_meanwhile_signs_nobody_in(client: Client, sam: Person) -> None:
    client.post("/sign-in", {"email": sam.email})
    Person.objects.update(is_active=False)
    assert client.post("/sign-in/code", {"code": code_of()})["Location"] == "/sign-in"
    assert not signed_in(client)


def test_without_having_asked_one_asks_first(client: Client) -> None:
    assert client.get("/sign-in/code")["Location"] == "/sign-in"


def test_who_mistyped_the_address_can_go_back(client: Client, sam: Person) -> None:
    client.post("/sign-in", {"email": "sma@example.org"})
    assert client.get("/sign-in").status_code == 200
    client.post("/sign-in", {"email": sam.email})
    client.post("/sign-in/code", {"code": code_of()})
    assert signed_in(client)


def test_who_is_signed_in_goes_on(client: Client, sam: Person) -> None:
    client.force_login(sam)
    assert client.get("/sign-in/code?next=/kept-text")["Location"] == "/kept-text"


@pytest.mark.parametrize("demo", [True, False])
def test_only_the_demo_prints_codes(
    client: Client, sam: Person, settings: LazySettings, capsys: pytest.CaptureFixture[str], demo: bool
) -> None:
    settings.DEMO = demo
    client.post("/sign-in", {"email": sam.email})
    assert (code_of() in capsys.readouterr().out) is demo
