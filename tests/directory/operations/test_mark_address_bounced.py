from datetime import timedelta

import pytest

from section11.directory.operations.mark_address_bounced import mark_address_bounced
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import system_viewer
from tests.factories.directory import make_person, make_viewer

pytestmark = pytest.mark.django_db


def test_marks_the_person_of_the_address_once(at):
    person = make_person(email="ann@example.org")
    assert mark_address_bounced(make_viewer(), " Ann@Example.org", at=at)
    assert not mark_address_bounced(system_viewer("bounces"), "ann@example.org", at=at + timedelta(days=1))
    person.refresh_from_db()
    assert person.bounced_at == at


def test_an_address_of_nobody_is_no_news(at):
    assert not mark_address_bounced(system_viewer("bounces"), "nobody@example.org", at=at)


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.RETURN_LEAD])
def test_only_officers_and_the_product(at, role):
    with pytest.raises(Absent):
        mark_address_bounced(make_viewer(role), "ann@example.org", at=at)
