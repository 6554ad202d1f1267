import pytest

from section11.directory.queries.closed_accounts import closed_accounts
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from tests.factories.directory import make_person, make_viewer

pytestmark = pytest.mark.django_db


def test_only_the_closed_ones_however_they_are_typed() -> None:
    make_person(email="shut@example.org", is_active=False)
    make_person(email="open@example.org")
    assert closed_accounts(make_viewer(), ["SHUT@example.org", "open@example.org", "new@example.org"]) == {"shut@example.org"}


def test_only_for_officers() -> None:
    for role in (Role.REVIEWER, Role.RETURN_LEAD):
        with pytest.raises(Absent):
            closed_accounts(make_viewer(role), [])
