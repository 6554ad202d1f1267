from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client

from section11.directory.models import Membership, Partnership
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role, SectorKind
from tests.factories.directory import make_membership, make_organisation, make_participation, make_sector, make_unit
from tests.queries import Queries

pytestmark = pytest.mark.django_db
HERE = "/p/riverside-partnership/organisations"


def names(client: Client, query: str = "") -> list[str]:
    page = client.get(HERE + query).content.decode()
    rows = page.split("<tbody", 1)[-1].split('<th scope="row"')[1:]
    return [row.split("</a>")[0].split(">")[-1] for row in rows]


def test_by_name_with_units_and_leads(client: Client, officer: Membership, partnership: Partnership) -> None:
    oak = make_participation(partnership, make_organisation("oak Surgery")).organisation
    make_unit(oak)
    for role in (Role.RETURN_LEAD, Role.RETURN_LEAD, Role.CONTRIBUTOR):
        make_membership(role=role, of=oak)
    make_membership(role=Role.RETURN_LEAD, of=oak, ended_at=officer.started_at)
    make_participation(partnership, make_organisation("Elm School"))
    make_participation(organisation=make_organisation("Elsewhere School"))
    assert names(client) == ["Elm School", "oak Surgery"]
    row = client.get(HERE).content.decode().split("oak Surgery</a>")[1].split("</tr>")[0]
    assert [cell.split("</td>")[0].split(">")[-1] for cell in row.split("<td")[1:]] == ["School", "2", "2"]


def test_searched_by_name_and_filtered_by_sector(client: Client, officer: Membership, partnership: Partnership) -> None:
    make_sector(partnership, SectorKind.HEALTH)
    make_participation(partnership, make_organisation("Oak Surgery"), sector=partnership.sectors.get(key="health"))
    make_participation(partnership, make_organisation("Oak School"))
    make_participation(partnership, make_organisation("Elm School"))
    assert names(client, "?search=OAK") == ["Oak School", "Oak Surgery"]
    assert names(client, "?search=oak+s&sector=health") == ["Oak Surgery"]
    assert names(client, "?sector=school") == ["Elm School", "Oak School"]
    assert names(client, "?search=%25") == []
    assert "No organisation is like that" in client.get(f"{HERE}?search=nothing").content.decode()
    assert client.get(f"{HERE}?search=%00nothing").status_code == 404


def test_an_empty_list_says_what_comes_here(client: Client, officer: Membership) -> None:
    assert "No organisation takes part yet" in client.get(HERE).content.decode()


@pytest.mark.parametrize("role", sorted(PARTNERSHIP_ROLES))
def test_everybody_with_a_role_reads_it_and_officers_see_registrations(client: Client, partnership: Partnership, role: Role) -> None:
    client.force_login(make_membership(role=role, of=partnership).person)
    page = client.get(HERE).content.decode()
    assert ("/registrations" in page) is (role in (Role.OFFICER, Role.SCRUTINEER))


def test_fifty_to_a_page_with_the_same_statements(
    client: Client, officer: Membership, partnership: Partnership, assert_queries: Callable[[int], AbstractContextManager[Queries]]
) -> None:
    for size in (2, 58):
        for _ in range(size):
            make_participation(partnership)
        with assert_queries(7):
            client.get(HERE)
    assert len(names(client)) == 50
    assert len(names(client, "?page=2")) == 10
    assert len(names(client, "?page=99")) == 10
    assert len(names(client, "?page=x")) == 50
