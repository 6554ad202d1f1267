from datetime import datetime

import pytest

from section11.directory.queries.persons import person_of_ref, person_who_may_sign_in, refs_of_those_who_may_sign_in
from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_organisation, make_person

pytestmark = pytest.mark.django_db


def test_who_has_a_role_somewhere_may_sign_in() -> None:
    person = make_membership(make_person(email="sam@example.org")).person
    assert person_who_may_sign_in(" SAM@example.org") == person
    assert person_of_ref(person.ref) == person


def test_nobody_else_may(at: datetime) -> None:
    nowhere = make_person()
    left = make_membership(ended_at=at).person
    closed = make_membership(make_person(is_active=False)).person
    for person in (nowhere, left, closed):
        assert person_who_may_sign_in(person.email) is None
        assert person_of_ref(person.ref) is None
    assert person_who_may_sign_in("stranger@example.org") is None


@pytest.mark.parametrize("told", ["", "person:", "person:1", "person:x", "unit:1", "x"])
def test_a_reference_that_is_none_names_nobody(told: str) -> None:
    assert person_of_ref(told) is None


def test_the_references_of_those_who_may_sign_in_by_address(at: datetime) -> None:
    lead = make_membership(make_person("Lee", email="lee@example.org"), Role.RETURN_LEAD, of=make_organisation("Oak")).person
    make_membership(lead, Role.SIGNATORY, of=make_organisation("Elm"))
    make_membership(make_person(email="gone@example.org"), ended_at=at)
    make_membership(make_person(email="other@example.org"))
    asked = ["Lee@example.org", "gone@example.org", "stranger@example.org"]
    assert refs_of_those_who_may_sign_in(asked) == {"lee@example.org": lead.ref}
