import pytest
from django.test import Client

from section11.directory.vocabulary import PARTNERSHIP_ROLES, UNIT_ROLES, Role
from section11.web.access import ACCESS
from tests.factories.directory import make_membership, make_organisation, make_partnership, make_person

pytestmark = pytest.mark.django_db


def test_a_stranger_signs_in_first(client: Client) -> None:
    assert client.get("/start")["Location"] == "/sign-in?next=%2Fstart"


@pytest.mark.parametrize("role", sorted(PARTNERSHIP_ROLES))
def test_with_one_partnership_straight_to_a_page_of_it(client: Client, role: Role) -> None:
    partnership = make_partnership()
    client.force_login(make_membership(role=role, of=partnership).person)
    to = client.get("/start")["Location"]
    assert to.startswith(f"/p/{partnership.slug}/")
    assert client.get(to).status_code == 200


@pytest.mark.parametrize("role", sorted(UNIT_ROLES))
def test_with_one_organisation_straight_to_its_returns(client: Client, role: Role) -> None:
    client.force_login(make_membership(role=role, of=make_organisation()).person)
    assert client.get("/start")["Location"] == "/your-returns"


def test_two_organisations_share_one_list_of_returns(client: Client) -> None:
    person = make_membership(role=Role.RETURN_LEAD).person
    make_membership(person, Role.CONTRIBUTOR)
    client.force_login(person)
    assert client.get("/start")["Location"] == "/your-returns"


def test_with_several_places_the_person_chooses(client: Client) -> None:
    person = make_membership(role=Role.OFFICER, of=make_partnership("Riverside Partnership")).person
    make_membership(person, Role.REVIEWER, of=make_partnership("Hillside Partnership"))
    make_membership(person, Role.SIGNATORY, of=make_organisation("Oak Surgery"))
    client.force_login(person)
    response = client.get("/start", follow=True)
    assert response.redirect_chain == [("/choose-place", 302)]
    page = response.content.decode()
    for words in ("Riverside Partnership", "Hillside Partnership", "Oak Surgery", "Officer", "Reviewer", 'href="/your-returns"'):
        assert words in page


def test_with_no_place_one_is_told_whom_to_ask(client: Client) -> None:
    held = make_membership()
    held.ended_at = held.started_at
    held.save()
    client.force_login(held.person)
    page = client.get("/start").content.decode()
    assert "You have no part in anything yet" in page
    assert held.person.email in page


def test_somewhere_asked_for_comes_first_if_it_is_here(client: Client) -> None:
    client.force_login(make_person())
    assert client.get("/start?next=/kept-text")["Location"] == "/kept-text"
    assert client.get("/start?next=//evil.example").status_code == 200


def test_the_table_knows_the_places() -> None:
    assert {"start_here", "choose_place", "sign_in", "sign_in_code", "sign_out", "invited", "kept_text"} <= set(ACCESS)
