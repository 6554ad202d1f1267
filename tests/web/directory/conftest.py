"""A partnership's officer or an organisation's return lead, signed in."""

import pytest
from django.test import Client

from section11.directory.models import Membership, Partnership
from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_organisation, make_partnership, make_person, make_sector


@pytest.fixture
def partnership(db: None) -> Partnership:
    return make_sector(make_partnership("Riverside Partnership")).partnership


@pytest.fixture
def officer(client: Client, partnership: Partnership) -> Membership:
    """Signed in, in the test client."""
    held = make_membership(make_person("Olive Officer"), Role.OFFICER, of=partnership)
    client.force_login(held.person)
    return held


@pytest.fixture
def lead(client: Client) -> Membership:
    """Signed in, in the test client."""
    held = make_membership(make_person("Lee Lead"), Role.RETURN_LEAD, of=make_organisation("Oak Surgery"))
    client.force_login(held.person)
    return held
