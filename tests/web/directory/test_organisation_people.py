from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client

from section11.directory.models import Membership
from section11.directory.vocabulary import UNIT_ROLES, Role
from tests.factories.directory import make_membership, make_person, make_unit
from tests.queries import Queries

pytestmark = pytest.mark.django_db
HERE = "/o/oak-surgery/people"


def test_a_lead_sees_and_manages_the_people_of_their_unit(client: Client, lead: Membership) -> None:
    assert lead.unit
    other = make_unit(lead.unit.organisation, "Housing")
    mine = make_membership(make_person("Con"), Role.CONTRIBUTOR, of=lead.unit, admitted_by_name="Lee Lead")
    theirs = make_membership(make_person("Una"), Role.RETURN_LEAD, of=other)
    make_membership(make_person("Elsewhere"), Role.CONTRIBUTOR)
    page = client.get(HERE).content.decode()
    for words in (
        "Lee Lead (you)",
        "Con",
        "Una",
        "Housing",
        "Invite a person",
        "let in by Lee Lead",
        f"{HERE}/{mine.pk}/end",
        f"{HERE}/{lead.pk}/hand-over",
    ):
        assert words in page
    assert f"{HERE}/{theirs.pk}/end" not in page
    assert "Elsewhere" not in page


@pytest.mark.parametrize("role", sorted(UNIT_ROLES - {Role.RETURN_LEAD}))
def test_others_see_the_people_and_change_nothing(client: Client, lead: Membership, role: Role) -> None:
    assert lead.unit
    client.force_login(make_membership(role=role, of=lead.unit).person)
    page = client.get(HERE).content.decode()
    assert "Lee Lead" in page
    for words in ("Invite a person", "/end", "/hand-over"):
        assert words not in page


def test_the_same_statements_whatever_its_size(
    client: Client, lead: Membership, assert_queries: Callable[[int], AbstractContextManager[Queries]]
) -> None:
    assert lead.unit
    for size in (1, 20):
        for _ in range(size):
            make_membership(role=Role.CONTRIBUTOR, of=lead.unit)
            make_unit(lead.unit.organisation)
        with assert_queries(6):
            client.get(HERE)
