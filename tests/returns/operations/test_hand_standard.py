import pytest

from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.returns.models import Assignment
from section11.returns.operations.hand_standard import hand_standard
from tests.factories.directory import make_membership, make_unit
from tests.factories.returns import AT, membership_id, open_return, rate
from tests.people import let_in
from tests.returns.around import events, hand, people_around

pytestmark = pytest.mark.django_db


def test_the_contributor_writes_it_from_then_on() -> None:
    opened = open_return()
    with pytest.raises(Absent):
        rate(opened, "1.1", by=opened.contributor)
    hand(opened, "1")
    rate(opened, "1.1", by=opened.contributor)
    kept = Assignment.objects.get()
    assert (kept.standard.ref, kept.person_id, kept.handed_at) == ("1", opened.contributor.person_id, AT)
    assert (kept.handed_by_name, kept.done_at) == (opened.lead.name, None)


def test_it_may_be_handed_to_several_and_once_to_each() -> None:
    opened = open_return()
    other = make_membership(role=Role.CONTRIBUTOR, of=opened.unit)
    for _ in range(2):
        hand(opened, "1")
        hand_standard(opened.lead, opened.return_id, "1", other.pk, at=AT)
    assert Assignment.objects.count() == 2
    at_home = (opened.organisation_stream, opened.lead.person_ref, f"return:{opened.return_id}")
    assert events("handed-standard") == [
        (*at_home, {"standard": "1", "to": opened.contributor.person_ref}),
        (*at_home, {"standard": "1", "to": other.person.ref}),
    ]


def test_what_is_handed_in_one_return_is_not_in_another() -> None:
    opened = open_return()
    other = open_return(unit=opened.unit)
    hand(opened, "1")
    with pytest.raises(Absent):
        rate(other, "1.1", by=opened.contributor)


def test_a_partnerships_own_statements_can_be_handed_too() -> None:
    opened = open_return(local=["We know our neighbours"])
    rate(opened, "L1", by=hand(opened, "L"))


def test_the_lead_may() -> None:
    opened = open_return()
    people = people_around(opened)
    member = membership_id(opened.contributor, Role.CONTRIBUTOR, opened.unit)
    assert let_in(people, lambda who: hand_standard(who, opened.return_id, "2", member, at=AT)) == {"lead"}


def test_it_goes_to_a_contributor_of_this_unit_now() -> None:
    opened = open_return()
    left = make_membership(role=Role.CONTRIBUTOR, of=opened.unit, ended_at=AT)
    beside = make_membership(role=Role.CONTRIBUTOR, of=make_unit(opened.unit.organisation))
    signatory = membership_id(opened.signatory, Role.SIGNATORY, opened.unit)
    for member in (left.pk, beside.pk, signatory, 4711):
        with pytest.raises(Refused) as told:
            hand_standard(opened.lead, opened.return_id, "1", member, at=AT)
        assert set(told.value.problems) == {"member"}
    assert not Assignment.objects.exists()


@pytest.mark.parametrize("standard_ref", ["9", "L", "1.1", ""])
def test_a_standard_that_is_not_asked_is_absent(standard_ref: str) -> None:
    opened = open_return()
    with pytest.raises(Absent):
        hand(opened, standard_ref)
