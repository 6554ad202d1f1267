from typing import Any

import pytest
from django.test import Client

from section11.directory.models import Partnership
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.directory import make_membership, make_participation, make_partnership, make_sector, make_unit, make_viewer
from tests.factories.returns import AT
from tests.queries import assert_queries_below

pytestmark = pytest.mark.django_db


@pytest.fixture
def riverside() -> Partnership:
    found = make_partnership(
        "Riverside",
        controller_contact="Riverside Council,\nwrite to <data>@example.org",
        lawful_basis="A task in the public interest",
        retention_sentence="Three audits",
        contact_email="unit@example.org",
    )
    make_sector(found)
    return found


def read(client: Client, query: str = "", status: int = 200) -> str:
    response = client.get(f"/privacy{query}")
    assert response.status_code == status
    return response.content.decode()


def test_it_says_what_is_kept_why_by_whom_and_on_the_device(client: Client, settings: Any) -> None:
    settings.SESSION_COOKIE_AGE = 3 * 3600
    page = read(client)
    for text in ("partnership that invited you", settings.SESSION_COOKIE_NAME, settings.CSRF_COOKIE_NAME, "3 hours pass", "24 hours"):
        assert text in page


def test_it_promises_no_more_than_the_service_does(client: Client) -> None:
    page = read(client)
    assert "No page erases a name" in page
    assert "your name can be erased" not in page
    assert "public task set by law" not in page
    assert "When you last signed in" in page
    assert "On which lawful basis it uses your data is for each partnership to say." in page


@pytest.mark.parametrize("role", [Role.OFFICER, Role.EXECUTIVE_VIEWER])
def test_its_own_people_read_what_a_partnership_says(riverside: Partnership, role: Role) -> None:
    make_partnership("Elsewhere", lawful_basis="Consent")
    page = read(signed_in(make_viewer(role, of=riverside)))
    for text in (
        "What Riverside says",
        "Riverside Council,\nwrite to &lt;data&gt;@example.org",
        "A task in the public interest",
        "Three audits",
    ):
        assert text in page
    assert "Elsewhere" not in page
    assert "Consent" not in page


def test_who_answers_reads_what_every_partnership_says_that_their_organisation_takes_part_in(riverside: Partnership) -> None:
    fenwick = make_partnership("Fenwick")
    unit = make_unit(make_participation(partnership=riverside).organisation)
    make_participation(partnership=fenwick, organisation=unit.organisation)
    client = signed_in(make_membership(role=Role.CONTRIBUTOR, of=unit).person)
    with assert_queries_below(4):
        page = read(client)
    assert page.index("What Fenwick says") < page.index("What Riverside says")
    assert page.count("It has not said so here. Ask it.") == 3  # its address it has
    assert "What Fenwick says" not in read(client, "?partnership=riverside")


def test_a_stranger_chooses_among_those_that_take_registrations(client: Client, riverside: Partnership) -> None:
    hidden = make_partnership("Hidden", takes_registrations=False)
    page = read(client)
    assert '<option value="riverside">Riverside</option>' in page
    assert "Hidden" not in page
    assert "A task in the public interest" not in page
    assert "A task in the public interest" in read(client, "?partnership=riverside")
    read(client, f"?partnership={hidden.slug}", 404)
    read(client, "?partnership=no-such-one", 404)


def test_who_has_no_place_any_more_is_a_stranger(riverside: Partnership) -> None:
    held = make_membership(role=Role.OFFICER, of=riverside)
    client = signed_in(held.person)
    held.ended_at = AT
    held.save()
    assert "A task in the public interest" not in read(client)
