import pytest

from section11.transfer.demo.people import demo_people, listed_people
from tests.factories.directory import make_membership, make_person
from tests.queries import assert_queries_below

pytestmark = pytest.mark.django_db


def test_nobody_is_offered_before_the_demo_is_loaded() -> None:
    make_membership()
    assert demo_people() == []


def test_those_on_the_list_who_are_here_are_offered_in_its_order() -> None:
    (first, first_name, first_line), (second, *_), *_ = listed_people()
    known = {email: make_membership(make_person(email=email)).person.ref for email in (second, first)}
    with assert_queries_below(1):
        offered = demo_people()
    assert [person.person_ref for person in offered] == [known[first], known[second]]
    assert (offered[0].name, offered[0].about) == (first_name, first_line)
