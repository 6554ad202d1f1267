from datetime import timedelta

import pytest

from section11.cycles.models import Cycle, Invitation
from section11.lib.errors import Refused
from section11.returns.models import Amendment, Return, Submission, SubmittedAnswer
from section11.returns.operations.start_amendment import start_amendment
from tests.factories.returns import AT, answer_everything, rate, sign_and_submit
from tests.people import let_in
from tests.returns.around import events, people_around, return_in

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=2)


def test_answers_can_change_again_and_what_was_submitted_stays() -> None:
    opened = return_in("submitted")
    start_amendment(opened.lead, opened.return_id, " We found\r\na slip ", at=LATER)
    kept = Amendment.objects.get()
    assert (kept.reason, kept.started_at, kept.started_by, kept.started_by_name) == (
        "We found\na slip",
        LATER,
        opened.lead.person_ref,
        opened.lead.name,
    )
    assert (kept.ended_at, kept.given_up) == (None, False)
    assert Return.objects.get(pk=opened.return_id).state == "open"
    stands = Invitation.objects.get(pk=opened.invitation.pk)
    assert (stands.progress, stands.submissions, stands.submitted_at) == ("amending", 1, AT)
    rate(opened, "1.1", "unmet", comment="No")
    assert Invitation.objects.get(pk=opened.invitation.pk).progress == "amending"
    assert (Submission.objects.count(), set(SubmittedAnswer.objects.values_list("level__key", flat=True))) == (1, {"met"})


def test_organisation_and_partnership_read_that_it_began_and_not_why() -> None:
    opened = return_in("submitted")
    start_amendment(opened.lead, opened.return_id, "We found a slip", at=LATER)
    told: tuple[str, str, object] = (opened.lead.person_ref, f"return:{opened.return_id}", {})
    assert events("started-amendment") == [(opened.organisation_stream, *told), (opened.partnership_stream, *told)]


def test_the_lead_may() -> None:
    opened = return_in("open")
    people = people_around(opened)
    answer_everything(opened)
    sign_and_submit(opened)
    assert let_in(people, lambda who: start_amendment(who, opened.return_id, "A slip", at=AT)) == {"lead"}


@pytest.mark.parametrize("reason", ["", " \n\x00", "a" * 5001])
def test_a_reason_is_needed(reason: str) -> None:
    opened = return_in("submitted")
    with pytest.raises(Refused) as told:
        start_amendment(opened.lead, opened.return_id, reason, at=LATER)
    assert set(told.value.problems) == {"reason"}
    assert Return.objects.get(pk=opened.return_id).state == "submitted"


def test_a_closed_audit_takes_no_amendment() -> None:
    opened = return_in("submitted")
    Cycle.objects.filter(pk=opened.cycle.pk).update(state="closed")
    with pytest.raises(Refused, match="closed this audit"):
        start_amendment(opened.lead, opened.return_id, "A slip", at=LATER)
