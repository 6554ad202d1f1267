"""Without a session: what is typed is kept for the person whose token the form carries."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core import mail, signing
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from section11.directory.models import Membership, Person
from section11.directory.vocabulary import Role
from section11.lib.clock import now
from section11.returns.models import HeldPost
from section11.web.account.hold import DAYS, make_hold_token, person_of_token
from tests.factories.directory import make_membership, make_person
from tests.web.account.test_sign_in_code import code_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("test_pages")]
JSON = {"Accept": "application/json"}


@pytest.fixture
def sam() -> Person:
    return make_membership(make_person("Sam Reed", email="sam@example.org")).person


def typed(person: Person, **more: Any) -> dict[str, Any]:
    return {"comment": "We train all staff.", "hold": make_hold_token(person.ref), "page": "/o/oak/page?x=1", **more}


def test_it_is_kept_and_sign_in_leads_back(client: Client, sam: Person) -> None:
    response = client.post("/o/oak/holding", typed(sam))
    assert response["Location"] == "/sign-in?next=%2Fo%2Foak%2Fpage%3Fx%3D1"
    held = HeldPost.objects.get()
    assert (held.person, held.path, held.fields) == (sam, "/o/oak/page", {"comment": ["We train all staff."]})
    assert "is kept for 24 hours" in client.get(response["Location"]).content.decode()


def test_after_sign_in_it_is_at_hand(client: Client, sam: Person) -> None:
    client.post("/o/oak/holding", typed(sam, page="/kept-text"))
    client.post("/sign-in", {"email": sam.email, "next": "/kept-text"})
    response = client.post("/sign-in/code", {"code": code_of(), "next": "/kept-text"}, follow=True)
    page = response.content.decode()
    assert "We train all staff." in page
    assert 'href="/kept-text">See all the text' in page
    assert len(mail.outbox) == 1


def test_who_has_nothing_kept_is_told_nothing(client: Client, sam: Person) -> None:
    client.post("/sign-in", {"email": sam.email})
    page = client.post("/sign-in/code", {"code": code_of(), "next": "/kept-text"}, follow=True).content.decode()
    assert "See all the text" not in page


def test_it_is_for_the_person_of_the_token_only(client: Client, sam: Person) -> None:
    client.post("/o/oak/holding", typed(sam))
    client.force_login(make_membership().person)
    assert "We train all staff." not in client.get("/kept-text").content.decode()


def test_a_page_elsewhere_is_not_gone_to(client: Client, sam: Person) -> None:
    response = client.post(
        "/o/oak/holding", typed(sam, page="https://evil.example/x"), headers={"Referer": "http://testserver/o/oak/a?b=1"}
    )
    assert response["Location"] == "/sign-in?next=%2Fo%2Foak%2Fa"
    assert HeldPost.objects.get().path == "/o/oak/a"


def test_several_texts_of_one_name_and_no_files(client: Client, sam: Person) -> None:
    upload = SimpleUploadedFile("minutes.txt", b"secret")
    client.post("/o/oak/holding", typed(sam, note=["one", "two"], upload=upload))
    assert HeldPost.objects.get().fields == {"comment": ["We train all staff."], "note": ["one", "two"]}


def not_kept(client: Client, address: str, data: dict[str, Any]) -> None:
    """What cannot be kept is shown for copying: nothing typed is lost."""
    response = client.post(address, data)
    assert response.status_code == 401
    page = response.content.decode()
    assert "We train all staff." in page
    assert "nothing was saved" in page
    assert 'href="/sign-in?next=' in page
    assert not HeldPost.objects.exists()


def test_a_route_that_does_not_hold_shows_it_for_copying(client: Client, sam: Person) -> None:
    not_kept(client, "/o/oak/not-holding", typed(sam))


@pytest.mark.parametrize(
    "token",
    ["", "x", signing.dumps("person:1"), signing.dumps(["x"], salt="section11.hold")],
    ids=["empty", "no token", "of another salt", "of another shape"],
)
def test_a_token_that_is_not_ours_keeps_nothing(client: Client, sam: Person, token: str) -> None:
    not_kept(client, "/o/oak/holding", typed(sam, hold=token))


def test_an_old_token_keeps_nothing(client: Client, sam: Person) -> None:
    data = typed(sam)
    with time_machine.travel(now() + timedelta(days=DAYS, seconds=2)):
        not_kept(client, "/o/oak/holding", data)


def test_for_who_has_left_nothing_is_kept(client: Client, sam: Person) -> None:
    Membership.objects.update(ended_at=now())
    not_kept(client, "/o/oak/holding", typed(sam))


def test_too_much_text_is_shown_for_copying(client: Client, sam: Person) -> None:
    not_kept(client, "/o/oak/holding", typed(sam, more="x" * 205_000))


def test_with_nothing_typed_one_just_signs_in(client: Client, sam: Person) -> None:
    response = client.post("/o/oak/holding", {"hold": make_hold_token(sam.ref), "comment": " "})
    assert response["Location"] == "/sign-in?next=%2Fstart"
    assert not HeldPost.objects.exists()


def test_a_script_is_told_in_json(client: Client, sam: Person) -> None:
    response = client.post("/o/oak/holding", typed(sam), headers=JSON)
    assert response.status_code == 401
    told = response.json()
    assert (told["held"], told["sign_in"]) == (True, "/sign-in?next=%2Fo%2Foak%2Fpage%3Fx%3D1")
    assert told["problem"]
    assert client.post("/o/oak/not-holding", typed(sam), headers=JSON).json()["held"] is False
    assert client.get("/o/oak/holding", headers=JSON).status_code == 401
    assert HeldPost.objects.count() == 1


def test_a_get_keeps_nothing(client: Client, sam: Person) -> None:
    response = client.get("/o/oak/holding", typed(sam))
    assert response["Location"].startswith("/sign-in?next=%2Fo%2Foak%2Fholding%3Fcomment")
    assert not HeldPost.objects.exists()


def test_with_a_session_the_page_itself_answers(client: Client, sam: Person) -> None:
    held = make_membership(sam, Role.RETURN_LEAD)
    assert held.unit
    client.force_login(sam)
    assert client.post(f"/o/{held.unit.organisation.slug}/holding", typed(sam)).content == b"reached"
    assert not HeldPost.objects.exists()


def test_tokens_name_their_person() -> None:
    assert person_of_token(make_hold_token("person:x")) == "person:x"
    assert person_of_token(make_hold_token("person:x")[:-1]) == ""
