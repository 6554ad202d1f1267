import pytest

from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.returns.models import Assignment
from section11.returns.operations.finish_part import finish_part
from tests.factories.directory import make_viewer
from tests.factories.returns import AT, open_return
from tests.people import let_in, person_of
from tests.returns.around import events, hand, people_around

pytestmark = pytest.mark.django_db


def test_a_part_is_done_and_may_be_taken_up_again() -> None:
    opened = open_return()
    hand(opened)
    hand(opened, "2")
    finish_part(opened.contributor, opened.return_id, "1", done=True, at=AT)
    assert dict(Assignment.objects.values_list("standard__ref", "done_at")) == {"1": AT, "2": None}
    finish_part(opened.contributor, opened.return_id, "1", done=False, at=AT)
    assert dict(Assignment.objects.values_list("standard__ref", "done_at")) == {"1": None, "2": None}


def test_the_organisation_reads_so() -> None:
    opened = open_return()
    hand(opened)
    for done in (True, False):
        finish_part(opened.contributor, opened.return_id, "1", done=done, at=AT)
    told = [(opened.organisation_stream, opened.contributor.person_ref, f"return:{opened.return_id}", {"standard": "1"})]
    assert (events("finished-part"), events("reopened-part")) == (told, told)


def test_only_the_contributor_it_was_handed_to_may() -> None:
    opened = open_return()
    people = people_around(opened)
    assert let_in(people, lambda who: finish_part(who, opened.return_id, "1", done=True, at=AT)) == {"contributor it was handed to"}


def test_one_contributors_part_is_not_anothers() -> None:
    opened = open_return()
    hand(opened)
    with pytest.raises(Absent):
        finish_part(opened.contributor, opened.return_id, "2", done=True, at=AT)
    with pytest.raises(Absent):
        finish_part(make_viewer(Role.CONTRIBUTOR, of=opened.unit), opened.return_id, "1", done=True, at=AT)
    person_of(opened.contributor).memberships.update(ended_at=AT)
    with pytest.raises(Absent):
        finish_part(opened.contributor, opened.return_id, "1", done=True, at=AT)
