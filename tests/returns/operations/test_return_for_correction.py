from datetime import timedelta

import pytest

from section11.cycles.models import Invitation
from section11.cycles.operations.close_cycle import close_cycle
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.returns.models import Amendment, Return, ReturnInvitation, Submission
from section11.returns.operations.give_up_amendment import give_up_amendment
from section11.returns.operations.return_for_correction import return_for_correction
from tests.factories.returns import AT, open_return, partnership_viewer, rate, sign_and_submit, submitted_return
from tests.returns.around import events

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=2)


def test_the_answers_open_again_and_the_submission_still_counts() -> None:
    opened, _ = submitted_return()
    return_for_correction(opened.officer, opened.invitation.pk, " About another\r\nschool ", at=LATER)
    kept = Amendment.objects.get()
    assert (kept.reason, kept.returned_by, kept.started_by) == (
        "About another\nschool",
        opened.cycle.partnership.name,
        opened.officer.person_ref,
    )
    assert Return.objects.get(pk=opened.return_id).state == "open"
    stands = Invitation.objects.get(pk=opened.invitation.pk)
    assert (stands.progress, stands.submissions, stands.submitted_at) == ("amending", 1, AT)
    assert ReturnInvitation.objects.get(invitation=opened.invitation).latest is not None
    rate(opened, "1.1", "unmet", no_action_reason="None needed", reason="Not written")
    sign_and_submit(opened, at=LATER)
    assert Submission.objects.get(number=2).reason == "About another\nschool"


def test_the_lead_cannot_give_a_correction_up() -> None:
    opened, _ = submitted_return()
    return_for_correction(opened.officer, opened.invitation.pk, "About another school", at=LATER)
    with pytest.raises(Refused, match="returned this for correction"):
        give_up_amendment(opened.lead, opened.return_id, at=LATER)
    assert Return.objects.get(pk=opened.return_id).state == "open"


def test_both_sides_are_told_without_the_reason() -> None:
    opened, _ = submitted_return()
    return_for_correction(opened.officer, opened.invitation.pk, "About another school", at=LATER)
    told = (opened.officer.person_ref, f"return:{opened.return_id}", {})
    assert events("returned-for-correction") == [(opened.organisation_stream, *told), (opened.partnership_stream, *told)]


@pytest.mark.parametrize("reason", ["", " \n", "x" * 5001])
def test_a_reason_is_asked_for(reason: str) -> None:
    opened, _ = submitted_return()
    with pytest.raises(Refused) as refused:
        return_for_correction(opened.officer, opened.invitation.pk, reason, at=LATER)
    assert set(refused.value.problems) == {"reason"}


def test_not_while_it_is_changed_already_nor_after_the_audit_closed() -> None:
    opened, _ = submitted_return()
    return_for_correction(opened.officer, opened.invitation.pk, "Once", at=LATER)
    with pytest.raises(Refused):
        return_for_correction(opened.officer, opened.invitation.pk, "Twice", at=LATER)
    other, _ = submitted_return()
    close_cycle(other.officer, other.cycle.slug, at=AT)
    with pytest.raises(Refused):
        return_for_correction(other.officer, other.invitation.pk, "Late", at=LATER)
    assert Amendment.objects.count() == 1


def test_only_officers_of_that_partnership_may_and_only_what_was_submitted() -> None:
    opened, _ = submitted_return()
    other, _ = submitted_return()
    for viewer in (opened.lead, other.officer, partnership_viewer(opened, Role.REVIEWER), partnership_viewer(opened, Role.SCRUTINEER)):
        with pytest.raises(Absent):
            return_for_correction(viewer, opened.invitation.pk, "Oh", at=LATER)
    waiting = open_return()
    with pytest.raises(Absent):
        return_for_correction(waiting.officer, waiting.invitation.pk, "Oh", at=LATER)
    assert Amendment.objects.count() == 0
