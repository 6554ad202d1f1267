from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from django.test import Client

from section11.directory.models import Membership, Partnership
from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_organisation, make_participation, make_person
from tests.queries import Queries

pytestmark = pytest.mark.django_db
HERE = "/p/riverside-partnership/colleagues"


def test_it_lists_who_has_which_role_officers_first(client: Client, officer: Membership, partnership: Partnership) -> None:
    home = make_organisation("Riverside Council")
    make_membership(make_person("Rita Reviewer"), Role.REVIEWER, of=partnership, home_organisation=home, job_title="Nurse")
    make_membership(make_person("Gone"), Role.REVIEWER, of=partnership, ended_at=officer.started_at)
    make_membership(make_person("Elsewhere"), Role.REVIEWER)
    make_membership(make_person("Lee Lead"), Role.RETURN_LEAD, of=make_participation(partnership).organisation)
    page = client.get(HERE).content.decode()
    assert page.index("Olive Officer (you)") < page.index("Rita Reviewer")
    for words in ("Riverside Council", "Nurse", "has not signed in yet", "2 people can sign in"):
        assert words in page
    for words in ("Gone", "Elsewhere", "Lee Lead"):
        assert words not in page


def test_the_same_statements_whatever_its_length(
    client: Client, officer: Membership, partnership: Partnership, assert_queries: Callable[[int], AbstractContextManager[Queries]]
) -> None:
    for size in (2, 30):
        for _ in range(size):
            make_membership(role=Role.REVIEWER, of=partnership)
        with assert_queries(5):
            client.get(HERE)
