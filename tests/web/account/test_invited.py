from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.core import mail
from django.test import Client

from section11.directory.models import Membership, Person
from section11.directory.queries.invited_links import DAYS, invited_address
from section11.directory.vocabulary import Role
from section11.lib.clock import now
from section11.web.account.hold import make_hold_token
from tests.factories.directory import make_membership, make_person
from tests.web.account.test_sign_in_code import code_of, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def joan() -> Person:
    return make_membership(make_person("Joan Cole", email="joan.cole@oak-school.example"), Role.RETURN_LEAD).person


def link(person: Person, page: str = "/kept-text") -> str:
    address = invited_address(person_ref=person.ref, page=page, by="Riverside Partnership", what="Section 11 audit 2027")
    return "/" + address.split("/", 3)[3]


def test_a_get_says_who_invites_to_what_and_does_nothing(client: Client, joan: Person) -> None:
    for _ in range(3):
        page = client.get(link(joan)).content.decode()
    assert "Riverside Partnership" in page
    assert "Section 11 audit 2027" in page
    assert "j•••@oak-school.example" in page
    assert "joan.cole" not in page
    assert mail.outbox == []
    assert not signed_in(client)
    joan.refresh_from_db()
    assert joan.last_login is None


def test_the_button_sends_the_code_to_the_invited_address_only(client: Client, joan: Person) -> None:
    response = client.post(link(joan), {"email": "thief@example.org"})
    assert response["Location"] == "/sign-in/code?next=%2Fkept-text"
    assert [email.to for email in mail.outbox] == [[joan.email]]
    page = client.get(response["Location"]).content.decode()
    assert "j•••@oak-school.example" in page
    assert "joan.cole" not in page
    assert client.post("/sign-in/code", {"code": code_of(), "next": "/kept-text"})["Location"] == "/kept-text"
    assert client.session["_auth_user_id"] == str(joan.pk)


def test_who_is_signed_in_already_goes_on(client: Client, joan: Person) -> None:
    client.force_login(joan)
    assert client.get(link(joan))["Location"] == "/kept-text"
    assert client.get(link(joan, page="//evil.example"))["Location"] == "/start"


def test_somebody_else_is_told_and_signed_out_by_the_button(client: Client, joan: Person) -> None:
    client.force_login(make_membership(make_person("Ann Other")).person)
    assert "You are signed in as Ann Other" in client.get(link(joan)).content.decode()
    client.post(link(joan))
    assert not signed_in(client)
    assert [email.to for email in mail.outbox] == [[joan.email]]


@pytest.mark.parametrize(
    "spoil", [lambda token: token[:-1], lambda token: "x" + token, lambda token: token.replace(":", ";"), lambda _: "x"]
)
def test_a_broken_link_says_what_to_do(client: Client, joan: Person, spoil: Callable[[str], str]) -> None:
    address = f"/invited/{spoil(link(joan).removeprefix('/invited/'))}"
    for response in (client.get(address), client.post(address)):
        assert response.status_code == 404
        assert "Part of it is missing" in response.content.decode()
    assert mail.outbox == []


def test_an_old_link_says_what_to_do(client: Client, joan: Person) -> None:
    address = link(joan)
    with time_machine.travel(now() + timedelta(days=DAYS, seconds=2)):
        response = client.post(address)
    assert response.status_code == 404
    assert "too old" in response.content.decode()
    assert mail.outbox == []


def test_who_no_longer_has_a_part_gets_no_code(client: Client, joan: Person) -> None:
    Membership.objects.update(ended_at=now())
    assert client.get(link(joan)).status_code == 404
    assert client.post(link(joan)).status_code == 404
    assert mail.outbox == []


def test_a_hold_token_is_no_link(client: Client, joan: Person) -> None:
    assert client.get(f"/invited/{make_hold_token(joan.ref)}").status_code == 404


def test_too_many_codes_are_refused(client: Client, joan: Person) -> None:
    for _ in range(3):
        client.post(link(joan))
    response = client.post(link(joan))
    assert response.status_code == 429
    assert "several codes" in response.content.decode()
    assert len(mail.outbox) == 3
