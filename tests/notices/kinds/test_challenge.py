from datetime import timedelta

import pytest

from section11.challenge.operations.reply_to_challenge import reply_to_challenge
from section11.challenge.vocabulary import ChallengeOutcome
from section11.directory.models import Membership
from section11.notices.kinds.challenge import ANSWERED, ASKED, CLOSED
from section11.notices.vocabulary import EmailKind
from tests.factories.challenge import answer, close, make_challenge, make_reviewer, messages_of
from tests.factories.notices import texts
from tests.factories.returns import AT, more_leads, submitted_return

pytestmark = pytest.mark.django_db
BEFORE = AT - timedelta(minutes=1)
SOON = (AT + timedelta(days=7)).date()
PRIVATE = "Tell us about the Tuesday meetings"


def test_each_lead_is_told_that_something_was_raised_and_by_when_never_what():
    opened, reference = submitted_return()
    [second] = more_leads(opened, 1)
    make_challenge(opened, reference, kind="evidence", wanted_by=SOON, text=PRIVATE)
    found = texts(ASKED, BEFORE)
    assert {notice.recipient.person_ref for notice, _ in found} == {opened.lead.person_ref, second.person_ref}
    notice, text = found[0]
    assert (notice.kind, notice.partnership_id) == (EmailKind.CHALLENGE_RAISED, opened.cycle.partnership_id)
    assert notice.subject_ref == opened.invitation.ref
    assert "An answer is wanted by: 12 October 2026, end of day" in text.body
    assert f"Dear {opened.lead.name}" in text.body
    assert opened.participation.name in text.subject
    assert "Tuesday" not in text.subject + text.body


def test_twenty_challenges_of_a_day_are_one_email_and_the_earliest_date():
    opened, reference = submitted_return()
    for number in range(20):
        make_challenge(opened, reference, text=f"Question {number}", wanted_by=SOON - timedelta(days=number % 3))
    [(notice, text)] = texts(ASKED, BEFORE)
    assert "10 October 2026" in text.body
    make_challenge(opened, reference, text="One more")
    [(again, _)] = texts(ASKED, BEFORE)
    assert again.about == notice.about


def test_after_the_leads_answer_or_on_another_day_there_is_a_new_one():
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    first = {notice.about for notice, _ in texts(ASKED, BEFORE)}
    answer(opened, made)
    assert texts(ASKED, BEFORE) == []  # it is not their turn
    reply_to_challenge(opened.officer, made.pk, PRIVATE, seen=messages_of(made), at=AT)
    [(notice, text)] = texts(ASKED, BEFORE)
    assert notice.kind == EmailKind.CHALLENGE_REPLIED
    assert "Tuesday" not in text.body
    assert notice.about not in first
    reply_to_challenge(opened.officer, made.pk, "Please", seen=messages_of(made), at=AT + timedelta(days=1))
    assert len({one.about for one, _ in texts(ASKED, BEFORE)}) == 2
    assert texts(ASKED, AT + timedelta(days=2)) == []


def test_an_answer_is_told_to_who_raised_it_with_a_link_to_it():
    opened, reference = submitted_return()
    reviewer = make_reviewer(opened.cycle)
    made = make_challenge(opened, reference, by=reviewer)
    answer(opened, made, PRIVATE)
    answer(opened, made, "And this")
    [(notice, text)] = texts(ANSWERED, BEFORE)
    assert (notice.kind, notice.recipient.person_ref) == (EmailKind.CHALLENGE_ANSWERED, reviewer.person_ref)
    assert f"/p/{opened.officer.slug}/cycles/{opened.cycle.slug}/challenges/{made.pk}\n" in text.body
    assert "Tuesday" not in text.body


def test_when_who_raised_it_has_left_the_officers_are_told():
    opened, reference = submitted_return()
    reviewer = make_reviewer(opened.cycle)
    made = make_challenge(opened, reference, by=reviewer)
    answer(opened, made)
    Membership.objects.filter(person_id=reviewer.person_id).update(ended_at=AT)
    assert {notice.recipient.person_ref for notice, _ in texts(ANSWERED, BEFORE)} == {opened.officer.person_ref}
    close(opened, made)
    assert texts(ANSWERED, BEFORE) == []


def test_a_closed_one_is_told_to_the_leads_once_a_day():
    opened, reference = submitted_return()
    for number in range(2):
        close(opened, make_challenge(opened, reference, text=f"Question {number}"), ChallengeOutcome.NOT_SETTLED, PRIVATE)
    [(notice, text)] = texts(CLOSED, BEFORE)
    assert (notice.kind, notice.recipient.person_ref) == (EmailKind.CHALLENGE_CLOSED, opened.lead.person_ref)
    assert "Tuesday" not in text.body
    assert "agreement" not in text.body


def test_two_partnerships_are_told_apart():
    opened, reference = submitted_return()
    other, other_reference = submitted_return()
    make_challenge(opened, reference)
    make_challenge(other, other_reference)
    found = {notice.recipient.person_ref: notice.partnership_id for notice, _ in texts(ASKED, BEFORE)}
    assert found == {
        opened.lead.person_ref: opened.cycle.partnership_id,
        other.lead.person_ref: other.cycle.partnership_id,
    }
