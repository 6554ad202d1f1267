import pytest

from section11.lib.errors import Absent
from section11.returns.models import Assignment
from section11.returns.operations.take_standard_back import take_standard_back
from tests.factories.returns import AT, answer_of, open_return, rate
from tests.people import let_in
from tests.returns.around import events, hand, people_around

pytestmark = pytest.mark.django_db


def test_the_contributor_writes_it_no_more_and_what_they_wrote_stays() -> None:
    opened = open_return()
    rate(opened, "1.1", by=hand(opened), comment="Theirs")
    take_standard_back(opened.lead, opened.return_id, Assignment.objects.get().pk, at=AT)
    with pytest.raises(Absent):
        rate(opened, "1.1", by=opened.contributor)
    assert (answer_of(opened, "1.1").comment, Assignment.objects.count()) == ("Theirs", 0)


def test_the_organisation_reads_from_whom() -> None:
    opened = open_return()
    hand(opened)
    assignment = Assignment.objects.get().pk
    take_standard_back(opened.lead, opened.return_id, assignment, at=AT)
    details = {"standard": "1", "from": opened.contributor.person_ref}
    assert events("took-standard-back") == [(opened.organisation_stream, opened.lead.person_ref, f"return:{opened.return_id}", details)]
    with pytest.raises(Absent):
        take_standard_back(opened.lead, opened.return_id, assignment, at=AT)


def test_the_lead_may() -> None:
    opened = open_return()
    people = people_around(opened)
    assignment = Assignment.objects.get().pk
    assert let_in(people, lambda who: take_standard_back(who, opened.return_id, assignment, at=AT)) == {"lead"}


def test_a_lead_takes_nothing_back_in_another_return() -> None:
    opened, other = open_return(), open_return()
    hand(other)
    for return_id in (opened.return_id, other.return_id):
        with pytest.raises(Absent):
            take_standard_back(opened.lead, return_id, Assignment.objects.get().pk, at=AT)
    assert Assignment.objects.count() == 1
