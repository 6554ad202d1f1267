from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date

import pytest
from django.test import Client

from section11.cycles.vocabulary import CycleState
from section11.directory.models import Membership, Participation, Partnership
from section11.directory.vocabulary import PARTNERSHIP_ROLES, DutyBasis, Role
from tests.factories.cycles import make_cycle, make_invitation
from tests.factories.directory import make_membership, make_organisation, make_participation, make_person, make_unit
from tests.queries import Queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def oak(partnership: Partnership) -> Participation:
    duties = (DutyBasis.CONTRACT, DutyBasis.SECTION_11)
    return make_participation(partnership, make_organisation("Oak Surgery"), duties=duties, contract="C7")


HERE = "/p/riverside-partnership/organisations/oak-surgery"


def test_it_tells_sector_reasons_contract_units_and_people(client: Client, officer: Membership, oak: Participation) -> None:
    unit = make_unit(oak.organisation, "Housing")
    make_membership(make_person("Lee Lead"), Role.RETURN_LEAD, of=oak.organisation, job_title="Manager")
    make_membership(make_person("Una"), Role.CONTRIBUTOR, of=unit)
    make_membership(make_person("Gone"), Role.CONTRIBUTOR, of=unit, ended_at=officer.started_at)
    page = client.get(HERE).content.decode()
    for words in ("Contract and Section 11, Children Act 2004", "C7", "Whole organisation and Housing", "Lee Lead", "Manager", "Una"):
        assert words in page
    assert "Gone" not in page


def test_people_of_an_organisation_in_two_partnerships_are_listed_once(client: Client, officer: Membership, oak: Participation) -> None:
    make_participation(organisation=oak.organisation)
    make_membership(make_person("Lee Lead"), Role.RETURN_LEAD, of=oak.organisation)
    assert client.get(HERE).content.decode().split("<main")[1].count("Hand over to the next") == 1


@pytest.mark.parametrize("role", sorted(PARTNERSHIP_ROLES))
def test_only_officers_are_offered_changes(client: Client, partnership: Partnership, oak: Participation, role: Role) -> None:
    make_membership(make_person("Lee Lead"), Role.RETURN_LEAD, of=oak.organisation)
    client.force_login(make_membership(role=role, of=partnership).person)
    page = client.get(HERE).content.decode()
    assert "Lee Lead" in page
    for words in ("Hand over", "End role", "Add a person", "/edit"):
        assert (words in page) is (role is Role.OFFICER)


def test_executive_viewers_are_told_the_names_of_leads_and_no_address(client: Client, partnership: Partnership, oak: Participation) -> None:
    make_membership(make_person("Lee Lead", email="lee@example.org"), Role.RETURN_LEAD, of=oak.organisation)
    make_membership(make_person("Cem Helper"), Role.CONTRIBUTOR, of=oak.organisation)
    shown = {}
    for role in PARTNERSHIP_ROLES:
        client.force_login(make_membership(role=role, of=partnership).person)
        page = client.get(HERE).content.decode()
        assert "Lee Lead" in page
        shown[role] = ("lee@example.org" in page, "Cem Helper" in page)
    assert shown.pop(Role.EXECUTIVE_VIEWER) == (False, False)
    assert set(shown.values()) == {(True, True)}


def test_it_tells_the_returns_over_the_years(client: Client, officer: Membership, oak: Participation) -> None:
    assert "It has not been invited to an audit yet" in client.get(HERE).content.decode()
    first = make_cycle(oak.partnership, title="Audit of 2024", state=CycleState.CLOSED, opens=date(2024, 1, 8))
    second = make_cycle(oak.partnership, title="Audit of 2026")
    draft = make_cycle(oak.partnership, title="Audit of 2028", state=CycleState.DRAFT)
    made = {one.pk: make_invitation(one, participation=oak) for one in (first, second, draft)}
    make_invitation(second)
    page = client.get(HERE).content.decode()
    assert page.index("Audit of 2026") < page.index("Audit of 2024")
    assert f"/cycles/{first.slug}/invitations/{made[first.pk].pk}" in page
    assert "Audit of 2028" not in page


def test_one_without_people_says_so(client: Client, officer: Membership, oak: Participation) -> None:
    assert "Nobody answers for this organisation now" in client.get(HERE).content.decode()


def test_the_same_statements_whatever_its_size(
    client: Client, officer: Membership, oak: Participation, assert_queries: Callable[[int], AbstractContextManager[Queries]]
) -> None:
    for size in (1, 20):
        for _ in range(size):
            make_membership(role=Role.CONTRIBUTOR, of=make_unit(oak.organisation))
        with assert_queries(10):
            client.get(HERE)
