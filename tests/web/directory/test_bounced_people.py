from datetime import UTC, datetime

import pytest
from django.test import Client

from section11.directory.models import Membership, Partnership, Person
from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_organisation, make_participation, make_person
from tests.queries import assert_queries_below

pytestmark = pytest.mark.django_db
HERE = "/p/riverside-partnership/emails/come-back"
WHEN = datetime(2026, 10, 1, 9, tzinfo=UTC)


@pytest.fixture
def lead(partnership: Partnership) -> Person:
    place = make_participation(partnership, make_organisation("Elm Trust"))
    return make_membership(make_person("Ann Lead", bounced_at=WHEN), Role.RETURN_LEAD, of=place.organisation).person


def test_says_who_and_what_to_do(client: Client, officer: Membership, lead: Person) -> None:
    with assert_queries_below(10):
        page = client.get(HERE).content.decode()
    for told in ("Ann Lead", lead.email, "Elm Trust", "1 October 2026", "The address works again"):
        assert told in page
    assert "come back" in client.get("/p/riverside-partnership/today").content.decode()
    assert "Emails come back" in client.get("/p/riverside-partnership/organisations/elm-trust").content.decode()


def test_an_address_that_works_again(client: Client, officer: Membership, lead: Person) -> None:
    response = client.post(HERE, {"person": lead.pk}, follow=True)
    assert "Emails go to this address again" in response.content.decode()
    lead.refresh_from_db()
    assert lead.bounced_at is None
    assert "None. When an email comes back" in client.get(HERE).content.decode()


@pytest.mark.parametrize("person", ["", "x", "0", "999999999999999999999999", "²"])
def test_what_was_tampered_with_is_refused(client: Client, officer: Membership, lead: Person, person: str) -> None:
    assert "no role here any more" in client.post(HERE, {"person": person}, follow=True).content.decode()


def test_asks_the_database_little_whatever_the_number(client: Client, officer: Membership, lead: Person, partnership: Partnership) -> None:
    with assert_queries_below(10) as few:
        client.get(HERE)
    for _ in range(5):
        make_membership(make_person(bounced_at=WHEN), Role.REVIEWER, of=partnership)
    with assert_queries_below(10) as many:
        client.get(HERE)
    assert few.count == many.count
