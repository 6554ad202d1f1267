from datetime import timedelta

import pytest

from section11.cycles.models import Invitation
from section11.cycles.operations.close_cycle import close_cycle
from section11.lib.errors import Absent, Refused
from section11.returns.models import Amendment, Return, ReturnInvitation, Submission, Withdrawal
from section11.returns.operations.give_up_amendment import give_up_amendment
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.operations.withdraw_submission import withdraw_submission
from tests.factories.returns import AT, Opened, answer_of, rate, sign_and_submit, submitted_return
from tests.returns.around import events

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=2)


def twice() -> Opened:
    """A return submitted, amended (1.1 not met) and submitted again."""
    opened, _ = submitted_return()
    start_amendment(opened.lead, opened.return_id, "A slip", at=AT)
    rate(opened, "1.1", "unmet", comment="Second", no_action_reason="None needed", reason="Not written")
    sign_and_submit(opened, at=AT + timedelta(days=1))
    return opened


def latest(opened: Opened) -> int | None:
    """The number of the submission that counts."""
    return ReturnInvitation.objects.values_list("latest__number", flat=True).get(invitation=opened.invitation)


def test_the_only_submission_counts_no_longer_and_stays_readable() -> None:
    opened, _ = submitted_return()
    withdraw_submission(opened.lead, opened.return_id, " Sent by\r\nmistake ", at=LATER)
    kept = Withdrawal.objects.get()
    assert (kept.reason, kept.at, kept.by, kept.by_name) == ("Sent by\nmistake", LATER, opened.lead.person_ref, opened.lead.name)
    assert latest(opened) is None
    stands = Invitation.objects.get(pk=opened.invitation.pk)
    assert (stands.submissions, stands.submitted_at, stands.submitted_by, stands.progress) == (0, None, "", "in-progress")
    assert Return.objects.get(pk=opened.return_id).state == "open"
    assert (Submission.objects.count(), Amendment.objects.count()) == (1, 0)
    assert answer_of(opened, "1.1").level is not None


def test_the_next_submission_has_a_number_of_its_own() -> None:
    opened, _ = submitted_return()
    withdraw_submission(opened.lead, opened.return_id, "Sent by mistake", at=LATER)
    sign_and_submit(opened, at=LATER)
    assert latest(opened) == 2
    stands = Invitation.objects.get(pk=opened.invitation.pk)
    assert (stands.submissions, stands.submitted_at, stands.progress) == (1, LATER, "submitted")


def test_the_one_before_counts_again_and_is_what_giving_up_goes_back_to() -> None:
    opened = twice()
    withdraw_submission(opened.lead, opened.return_id, "The first was right", at=LATER)
    assert latest(opened) == 1
    stands = Invitation.objects.get(pk=opened.invitation.pk)
    assert (stands.submissions, stands.submitted_at, stands.progress) == (1, AT, "amending")
    assert Amendment.objects.get(ended_at__isnull=True).reason == "The first was right"
    give_up_amendment(opened.lead, opened.return_id, at=LATER)
    answer = answer_of(opened, "1.1")
    assert (answer.level.key if answer.level else "", answer.comment) == ("met", "")


def test_both_sides_are_told_without_the_reason() -> None:
    opened, _ = submitted_return()
    submission = Submission.objects.get()
    withdraw_submission(opened.lead, opened.return_id, "Sent by mistake", at=LATER)
    told = (opened.lead.person_ref, submission.ref, {"number": 1})
    assert events("withdrew-submission") == [(opened.organisation_stream, *told), (opened.partnership_stream, *told)]


@pytest.mark.parametrize("reason", ["", "  \r\n ", "x" * 5001])
def test_a_reason_is_asked_for(reason: str) -> None:
    opened, _ = submitted_return()
    with pytest.raises(Refused) as refused:
        withdraw_submission(opened.lead, opened.return_id, reason, at=LATER)
    assert set(refused.value.problems) == {"reason"}
    assert latest(opened) == 1


def test_not_while_it_is_being_amended_nor_twice() -> None:
    opened, _ = submitted_return()
    start_amendment(opened.lead, opened.return_id, "A slip", at=AT)
    with pytest.raises(Refused):
        withdraw_submission(opened.lead, opened.return_id, "Oh", at=LATER)
    give_up_amendment(opened.lead, opened.return_id, at=LATER)
    withdraw_submission(opened.lead, opened.return_id, "Oh", at=LATER)
    with pytest.raises(Refused):
        withdraw_submission(opened.lead, opened.return_id, "Oh", at=LATER)
    assert Withdrawal.objects.count() == 1


def test_not_after_the_audit_closed() -> None:
    opened, _ = submitted_return()
    close_cycle(opened.officer, opened.cycle.slug, at=AT)
    with pytest.raises(Refused):
        withdraw_submission(opened.lead, opened.return_id, "Oh", at=LATER)
    assert latest(opened) == 1


def test_only_a_lead_of_the_unit_may() -> None:
    opened, _ = submitted_return()
    other, _ = submitted_return()
    for viewer in (opened.signatory, opened.contributor, opened.officer, other.lead):
        with pytest.raises(Absent):
            withdraw_submission(viewer, opened.return_id, "Oh", at=LATER)
    assert Withdrawal.objects.count() == 0
