import pytest

from section11.directory.vocabulary import Role
from section11.returns.models import Assignment
from section11.returns.operations.take_standard_back import take_standard_back
from section11.returns.queries.head import return_head
from section11.returns.queries.writing import head_for_lead, head_for_writer, may_write
from tests.factories.directory import make_membership
from tests.factories.returns import AT, in_organisation, open_return
from tests.people import let_in, person_of
from tests.returns.around import WRITERS, hand, people_around

pytestmark = pytest.mark.django_db


def test_leads_write_everything_and_contributors_what_they_were_handed() -> None:
    opened = open_return()
    people = people_around(opened)
    assert let_in(people, lambda who: head_for_writer(who, opened.return_id, "1")) == WRITERS
    assert let_in(people, lambda who: head_for_writer(who, opened.return_id, "2")) == {"lead"}
    assert let_in(people, lambda who: head_for_lead(who, opened.return_id)) == {"lead"}
    assert let_in(people, lambda who: head_for_writer(who, opened.return_id, "9")) == set()


def test_handing_ends_with_the_place_of_the_contributor_and_when_it_is_taken_back() -> None:
    opened = open_return()
    contributor = hand(opened)
    head = return_head(contributor, opened.return_id)
    assert may_write(contributor, head, "1")
    take_standard_back(opened.lead, opened.return_id, Assignment.objects.get().pk, at=AT)
    assert not may_write(contributor, head, "1")
    hand(opened)
    person = person_of(contributor)
    make_membership(person, Role.SIGNATORY, of=opened.unit)
    person.memberships.filter(role=Role.CONTRIBUTOR).update(ended_at=AT)
    assert not may_write(contributor, return_head(in_organisation(person, opened), opened.return_id), "1")
