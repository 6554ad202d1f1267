"""A partnership with an officer who is signed in, at 10:00 on Monday 5 October 2026 in London."""

from collections.abc import Iterator
from datetime import datetime

import pytest
import time_machine
from django.test import Client

from section11.cycles.models import Cycle
from section11.directory.models import Membership, Partnership
from section11.directory.vocabulary import Role
from tests.factories.browsers import signed_in
from tests.factories.cycles import make_cycle, make_draft
from tests.factories.directory import make_membership, make_partnership, make_person, make_sector


@pytest.fixture(autouse=True)
def _at_that_moment(at: datetime) -> Iterator[None]:
    with time_machine.travel(at, tick=False):
        yield


@pytest.fixture
def partnership(db: None) -> Partnership:
    return make_sector(make_partnership("Riverside Partnership")).partnership


@pytest.fixture
def officer(partnership: Partnership) -> Membership:
    return make_membership(make_person("Olive Officer"), Role.OFFICER, of=partnership)


@pytest.fixture
def browser_of(partnership: Partnership) -> "BrowserOf":
    return BrowserOf(partnership)


class BrowserOf:
    """Makes a browser in which somebody with that role is signed in."""

    def __init__(self, partnership: Partnership) -> None:
        self.partnership = partnership

    def __call__(self, role: Role) -> Client:
        return signed_in(make_membership(role=role, of=self.partnership).person)


@pytest.fixture
def client(officer: Membership) -> Client:
    """The officer's browser."""
    return signed_in(officer.person)


@pytest.fixture
def draft(partnership: Partnership) -> Cycle:
    return make_draft(partnership, slug="audit", title="Section 11 audit 2027")


@pytest.fixture
def cycle(partnership: Partnership) -> Cycle:
    return make_cycle(partnership, slug="audit", title="Section 11 audit 2027")
