import pytest

from section11.directory.models import Person
from section11.directory.queries.barred_addresses import CLOSED_ACCOUNT, barred_addresses
from section11.directory.rules import NOT_YOURSELF
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from tests.factories.directory import make_membership, make_person, make_viewer

pytestmark = pytest.mark.django_db


def test_closed_accounts_and_ones_own_however_they_are_typed() -> None:
    make_person(email="shut@example.org", is_active=False)
    make_person(email="open@example.org")
    viewer = make_viewer()
    own = Person.objects.get(pk=viewer.person_id)
    found = barred_addresses(viewer, ["SHUT@example.org", "open@example.org", "new@example.org", f" {own.email.upper()}"])
    assert found == {"shut@example.org": CLOSED_ACCOUNT, own.email: NOT_YOURSELF}


def test_an_officer_who_works_in_a_unit_is_not_barred_here() -> None:
    viewer = make_viewer()
    own = Person.objects.get(pk=viewer.person_id)
    make_membership(own, Role.RETURN_LEAD)
    assert barred_addresses(viewer, [own.email]) == {}


def test_only_for_officers() -> None:
    for role in (Role.REVIEWER, Role.RETURN_LEAD):
        with pytest.raises(Absent):
            barred_addresses(make_viewer(role), [])
