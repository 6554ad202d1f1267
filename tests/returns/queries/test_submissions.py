from datetime import timedelta

import pytest

from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.queries.submissions import readable, submission_head, submissions_of_invitation, submissions_of_return
from tests.factories.cycles import make_cycle
from tests.factories.directory import make_viewer
from tests.factories.returns import (
    AT,
    Opened,
    answer_everything,
    make_answering_edition,
    open_return,
    partnership_viewer,
    sign_and_submit,
    submitted_return,
)
from tests.people import let_in, strangers_to
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=2)
READERS = {"lead", "contributor", "signatory", "officer", "reviewer", "scrutineer"}


def everybody(opened: Opened) -> dict[str, Viewer]:
    """Own people, those of the partnership that received it, and all who have no business in it."""
    strangers = strangers_to(opened.unit)
    return {
        "lead": opened.lead,
        "contributor": opened.contributor,
        "signatory": opened.signatory,
        "officer": opened.officer,
        "reviewer": partnership_viewer(opened, Role.REVIEWER),
        "scrutineer": partnership_viewer(opened, Role.SCRUTINEER),
        "executive viewer": partnership_viewer(opened, Role.EXECUTIVE_VIEWER),
        "officer elsewhere": strangers.pop("officer"),
        **strangers,
    }


def test_own_people_and_those_who_read_in_the_partnership_do_and_executive_viewers_and_strangers_do_not() -> None:
    opened, reference = submitted_return()
    people = everybody(opened)
    assert {name for name, who in people.items() if readable(who).exists()} == READERS
    assert {name for name, who in people.items() if submissions_of_return(who, opened.return_id)} == READERS
    assert {name for name, who in people.items() if submissions_of_invitation(who, opened.invitation.pk)} == READERS
    assert let_in(people, lambda who: submission_head(who, reference, return_id=opened.return_id)) == READERS


def test_a_draft_is_no_submission() -> None:
    opened = open_return()
    answer_everything(opened)
    assert submissions_of_return(opened.officer, opened.return_id) == []
    assert not readable(opened.officer).exists()


def test_every_submission_stays_readable_the_latest_first() -> None:
    opened, first = submitted_return()
    start_amendment(opened.lead, opened.return_id, "A slip", at=LATER)
    second = sign_and_submit(opened, at=LATER)
    for viewer in (opened.lead, opened.officer):
        found = submissions_of_return(viewer, opened.return_id)
        assert [(s.reference, s.number, s.reason, s.submitted_at) for s in found] == [(second, 2, "A slip", LATER), (first, 1, "", AT)]
        assert [s.reference for s in submissions_of_invitation(viewer, opened.invitation.pk)] == [second, first]


def test_it_says_whose_of_what_and_by_whom() -> None:
    opened, reference = submitted_return(local=["We know our neighbours"])
    head = submission_head(opened.officer, reference, return_id=opened.return_id)
    assert (head.reference, head.number, head.form, head.sector_kind) == (reference, 1, "full", "school")
    assert (head.organisation_name, head.organisation_slug) == (opened.participation.name, opened.participation.slug)
    assert (head.cycle_title, head.cycle_slug, head.cycle_id) == (opened.cycle.title, opened.cycle.slug, opened.cycle.pk)
    assert (head.submitted_by, head.signed_by) == (opened.lead.name, f"{opened.signatory.name}, Headteacher")
    assert head.local_edition_hash


def test_one_partnership_reads_nothing_of_what_went_to_another() -> None:
    opened, _ = submitted_return()
    edition = make_answering_edition(tool="other-tool")
    other, reference = submitted_return(cycle=make_cycle(edition=edition), unit=opened.unit)
    assert submissions_of_return(opened.officer, other.return_id) == []
    with pytest.raises(Absent):
        submission_head(opened.officer, reference, return_id=other.return_id)
    assert {s.invitation_id for s in readable(opened.lead)} == {opened.invitation.pk, other.invitation.pk}


def test_a_submission_of_another_return_is_absent_under_this_one() -> None:
    opened, reference = submitted_return()
    other = open_return(unit=opened.unit)
    for return_id in (other.return_id, 4711):
        with pytest.raises(Absent):
            submission_head(opened.lead, reference, return_id=return_id)


def test_a_reviewer_without_the_partnerships_address_reads_nothing() -> None:
    submitted_return()
    assert not readable(make_viewer(Role.REVIEWER)).exists()


def test_one_statement_whatever_the_number(assert_queries: AssertQueries) -> None:
    opened, _ = submitted_return()
    for number in range(1, 4):
        start_amendment(opened.lead, opened.return_id, "A slip", at=AT + timedelta(days=number))
        sign_and_submit(opened, at=AT + timedelta(days=number))
    with assert_queries(1):
        assert len(submissions_of_return(opened.lead, opened.return_id)) == 4
