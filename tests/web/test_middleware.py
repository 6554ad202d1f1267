"""Who is let through to a page, and what every answer carries."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.conf import LazySettings
from django.test import Client

from section11.directory.vocabulary import PARTNERSHIP_ROLES, UNIT_ROLES, Role
from section11.web import access
from section11.web.who_may import Access, Scope
from tests.factories.directory import make_membership, make_organisation, make_partnership, make_person
from tests.queries import Queries
from tests.web.account import pages

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _test_pages(settings: LazySettings, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ROOT_URLCONF = "tests.web.account.pages"
    for name, line in pages.ACCESS.items():
        monkeypatch.setitem(access.ACCESS, name, line)


def test_a_route_that_is_not_in_the_table_answers_nobody(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(access.ACCESS, "start_page")
    client.force_login(make_membership().person)
    assert client.get("/").status_code == 404


@pytest.mark.parametrize("role", sorted(Role))
def test_roles_are_held_where_the_address_says(client: Client, role: Role, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(access.ACCESS, "holding", Access(Scope.ORGANISATION, frozenset({Role.RETURN_LEAD})))
    own, foreign = make_organisation(), make_organisation()
    held = make_membership(role=role, of=own if role in UNIT_ROLES else make_partnership())
    client.force_login(held.person)
    assert client.get(f"/o/{own.slug}/holding").status_code == (200 if role is Role.RETURN_LEAD else 404)
    assert client.get(f"/o/{foreign.slug}/holding").status_code == 404
    assert client.get("/o/nowhere/holding").status_code == 404


def test_foreign_and_absent_are_the_same_page(client: Client) -> None:
    foreign = make_organisation("Oak Surgery")
    client.force_login(make_membership(role=Role.RETURN_LEAD).person)
    told = [client.get(f"/o/{slug}/holding") for slug in (foreign.slug, "nowhere")]
    assert [one.status_code for one in told] == [404, 404]
    assert "Oak" not in told[0].content.decode()


def test_a_role_that_has_ended_opens_nothing(client: Client) -> None:
    held = make_membership(role=Role.RETURN_LEAD)
    assert held.unit
    address = f"/o/{held.unit.organisation.slug}/holding"
    client.force_login(held.person)
    assert client.get(address).status_code == 200
    held.ended_at = held.started_at
    held.save()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("role", sorted(PARTNERSHIP_ROLES))
def test_a_partnerships_people_are_strangers_to_an_organisations_pages(client: Client, role: Role) -> None:
    client.force_login(make_membership(role=role).person)
    assert client.get(f"/o/{make_organisation().slug}/holding").status_code == 404


def test_a_closed_account_is_signed_out(client: Client) -> None:
    person = make_membership().person
    client.force_login(person)
    person.is_active = False
    person.save()
    assert client.get("/start")["Location"] == "/sign-in?next=%2Fstart"


def test_strangers_sign_in_first_whether_the_place_exists_or_not(client: Client) -> None:
    own = make_organisation()
    for slug in (own.slug, "nowhere"):
        assert client.get(f"/o/{slug}/holding?a=b&c=d")["Location"] == f"/sign-in?next=%2Fo%2F{slug}%2Fholding%3Fa%3Db%26c%3Dd"


def test_what_an_operation_finds_absent_is_a_page_that_is_not_there(client: Client) -> None:
    client.force_login(make_person())
    response = client.get("/absent")
    assert response.status_code == 404
    assert "Page not found" in response.content.decode()


def test_other_mistakes_stay_mistakes(client: Client) -> None:
    client.raise_request_exception = False
    assert client.get("/broken").status_code == 500


def test_pages_of_the_demo_are_absent_elsewhere(client: Client, settings: LazySettings) -> None:
    assert client.get("/demo/emails").status_code == 404
    settings.DEMO = True
    assert client.get("/demo/emails").status_code == 200


def test_nobody_keeps_pages_of_signed_in_people_nor_lists_them(client: Client) -> None:
    client.force_login(make_membership().person)
    for address in ("/", "/choose-place", "/nowhere", "/sign-out"):
        assert client.get(address)["Cache-Control"] == "no-store"
    assert "noindex" in client.get("/choose-place")["X-Robots-Tag"]
    assert "noindex" in client.get("/nowhere")["X-Robots-Tag"]


def test_search_engines_may_list_pages_that_are_open_to_all(client: Client) -> None:
    response = client.get("/")
    assert response.status_code == 200
    assert "X-Robots-Tag" not in response
    assert "no-store" not in response.get("Cache-Control", "")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "127.0.0.1:80@evil.example", "a b"])
def test_a_host_that_is_not_ours_gets_400(client: Client, host: str) -> None:
    client.force_login(make_membership().person)
    for address in ("/", "/sign-in", "/o/oak/holding"):
        response = client.get(address, headers={"Host": host})
        assert response.status_code == 400
        assert "evil" not in response.content.decode()


def test_a_page_takes_a_session_a_person_and_a_place(
    client: Client, assert_queries: Callable[[int], AbstractContextManager[Queries]]
) -> None:
    held = make_membership(role=Role.RETURN_LEAD)
    assert held.unit
    client.force_login(held.person)
    with assert_queries(3):
        client.get(f"/o/{held.unit.organisation.slug}/holding")


def test_a_null_character_in_an_address_leads_nowhere(client: Client) -> None:
    """PostgreSQL refuses to look for one."""
    held = make_membership()
    client.force_login(held.person)
    for address in ("/?page=%00", "/%00", "/o/school/holding?sector=a%00b"):
        assert client.get(address).status_code == 404, address
