from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime

import pytest
from django.test import Client

from section11.directory.models import Membership, Partnership
from tests.factories.directory import make_registration
from tests.queries import Queries

pytestmark = pytest.mark.django_db
HERE = "/p/riverside-partnership/registrations"


def test_those_that_wait_come_first_and_are_decided_here(
    client: Client, officer: Membership, partnership: Partnership, at: datetime
) -> None:
    make_registration(partnership, organisation_name="Done School", state="declined", decided_at=at, reason="Not in our area")
    waiting = make_registration(partnership, organisation_name="Elm School", about="We run <b>clubs</b>", asked_at=at)
    make_registration(organisation_name="Elsewhere School")
    page = client.get(HERE).content.decode()
    assert page.index("Elm School") < page.index("Done School")
    assert f"{HERE}/{waiting.pk}/approve" in page
    assert page.count("/approve") == 1
    assert "Not in our area" in page
    assert "We run &lt;b&gt;clubs" in page
    assert "Elsewhere" not in page


def test_an_empty_list_says_what_comes_here(client: Client, officer: Membership, partnership: Partnership) -> None:
    page = client.get(HERE).content.decode()
    assert "Nobody has asked to take part yet" in page
    assert "/register/riverside-partnership" in page
    partnership.takes_registrations = False
    partnership.save()
    assert "You take no registrations now" in client.get(HERE).content.decode()


def test_the_same_statements_whatever_its_length(
    client: Client, officer: Membership, partnership: Partnership, assert_queries: Callable[[int], AbstractContextManager[Queries]]
) -> None:
    for size in (1, 60):
        for _ in range(size):
            make_registration(partnership)
        with assert_queries(8):
            page = client.get(HERE).content.decode()
    assert "Showing 1 to 50 of 61 registrations" in page
    assert "Showing 51 to 61" in client.get(f"{HERE}?page=2").content.decode()
