"""The menu's way to the running audit."""

import pytest
from django.test import Client

from section11.cycles.vocabulary import CycleState
from section11.directory.models import Partnership
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.cycles import make_cycle
from tests.factories.directory import make_partnership, make_viewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def partnership() -> Partnership:
    return make_partnership(slug="riverside")


def looking(partnership: Partnership, role: Role = Role.EXECUTIVE_VIEWER) -> Client:
    return signed_in(make_viewer(role, of=partnership))


@pytest.mark.parametrize("page", ["register", "figures", "summary", "read-first"])
def test_it_leads_to_the_one_open_audit(partnership: Partnership, page: str) -> None:
    make_cycle(partnership, slug="2024", state=CycleState.CLOSED)
    make_cycle(partnership, slug="2026")
    make_cycle(partnership, slug="2027", state=CycleState.DRAFT)
    assert looking(partnership).get(f"/p/riverside/current/{page}")["Location"] == f"/p/riverside/cycles/2026/{page}"


@pytest.mark.parametrize("opened", [(), ("2026", "2027")])
def test_where_none_is_open_or_several_it_leads_to_the_list(partnership: Partnership, opened: tuple[str, ...]) -> None:
    for slug in opened:
        make_cycle(partnership, slug=slug)
    make_cycle(make_partnership(), slug="2025")
    assert looking(partnership).get("/p/riverside/current/figures")["Location"] == "/p/riverside/cycles"


def test_it_knows_the_pages_of_the_menu_only(partnership: Partnership) -> None:
    assert looking(partnership).get("/p/riverside/current/emails").status_code == 404
