import pytest

from section11.directory.vocabulary import Role
from section11.returns.queries.head import return_head
from section11.returns.queries.round_of import round_of, rounds_of_invitations
from tests.factories.cycles import make_cycle
from tests.factories.returns import next_return, open_return, partnership_viewer, reviewed, submitted_return

pytestmark = pytest.mark.django_db


def test_the_first_round_has_nothing_before_it() -> None:
    opened = open_return()
    told = round_of(return_head(opened.lead, opened.return_id))
    assert (told.number, told.may_carry, told.return_id, told.submitted_at) == (1, False, None, None)


def test_a_later_one_knows_the_submission_before_and_may_start_from_it() -> None:
    before, reference = submitted_return()
    now = next_return(before)
    told = round_of(return_head(now.lead, now.return_id))
    assert (told.number, told.may_carry, told.return_id, told.reference) == (2, True, before.return_id, reference)
    assert told.cycle_title == before.cycle.title


def test_a_review_has_started_from_it_already() -> None:
    _, now = reviewed()
    assert not round_of(return_head(now.lead, now.return_id)).may_carry


def test_what_was_never_submitted_is_no_start() -> None:
    now = next_return(open_return())
    told = round_of(return_head(now.lead, now.return_id))
    assert (told.number, told.may_carry, told.submitted_at) == (2, False, None)


def test_a_partnership_is_told_of_what_it_received_itself_by_who_reads_submissions() -> None:
    before, reference = submitted_return()
    now = next_return(before)
    elsewhere = open_return(cycle=make_cycle(edition=before.cycle.edition), unit=before.unit)
    ids = [now.invitation.pk, elsewhere.invitation.pk]
    (told,) = rounds_of_invitations(now.officer, ids).values()
    assert (told.round, told.reference, told.cycle_title) == (2, reference, before.cycle.title)
    assert rounds_of_invitations(elsewhere.officer, ids)[elsewhere.invitation.pk].reference == ""
    executive = partnership_viewer(now, Role.EXECUTIVE_VIEWER)
    assert rounds_of_invitations(executive, ids)[now.invitation.pk].reference == ""
    assert rounds_of_invitations(now.lead, ids) == {}
