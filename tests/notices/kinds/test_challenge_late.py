from datetime import datetime, timedelta

import pytest

from section11.challenge.models import Challenge
from section11.challenge.operations.reply_to_challenge import reply_to_challenge
from section11.challenge.queries.late_challenges import late_leads
from section11.cycles.models import Invitation
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.models import Person
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.notices.kinds.challenge_late import KIND
from section11.notices.models import Email
from section11.notices.operations.make_due_emails import make_due_emails
from section11.notices.vocabulary import EmailKind
from tests.factories.challenge import answer, close, make_challenge, messages_of
from tests.factories.directory import make_membership
from tests.factories.notices import texts
from tests.factories.returns import AT, more_leads, submitted_return
from tests.queries import assert_queries_below

pytestmark = pytest.mark.django_db
DAY = (AT + timedelta(days=7)).date()
OVER = datetime(2026, 10, 13, 8, 0, tzinfo=AT.tzinfo)  # the morning after


def late_challenge(about: str = "statement:1.1", **more: object):
    opened, reference = submitted_return()
    return opened, reference, make_challenge(opened, reference, about, kind="evidence", wanted_by=DAY, text="About Tuesdays", **more)


@pytest.mark.parametrize(("days", "told"), [(7, 0), (8, 1), (14, 1), (15, 0)])
def test_the_lead_is_told_from_the_day_after_for_a_week(days: int, told: int):
    opened, _, _ = late_challenge()
    found = texts(KIND, AT + timedelta(days=days))
    assert [notice.recipient.person_ref for notice, _ in found] == [opened.lead.person_ref] * told
    for notice, text in found:
        assert (notice.kind, notice.subject_ref) == (EmailKind.CHALLENGE_LATE, opened.invitation.ref)
        assert notice.partnership_id == opened.cycle.partnership_id
        assert "by the end of 12 October 2026. The answer has not come yet." in text.body
        assert f"Dear {opened.lead.name}" in text.body
        assert "Tuesday" not in text.subject + text.body


def test_it_is_told_once_however_often_the_calendar_asks():
    opened, _, _ = late_challenge()
    more_leads(opened, 1)
    for hours in range(0, 100, 20):
        make_due_emails(at=OVER + timedelta(hours=hours), kinds=[KIND])
    assert Email.objects.filter(kind=EmailKind.CHALLENGE_LATE).count() == 2  # once to each lead


def test_challenges_of_one_day_are_one_email_and_another_day_is_another():
    opened, reference, _ = late_challenge()
    make_challenge(opened, reference, "statement:1.2", wanted_by=DAY)
    make_challenge(opened, reference, "standard:1", wanted_by=DAY - timedelta(days=1))
    found = texts(KIND, OVER)
    assert len({notice.about for notice, _ in found}) == len(found) == 2
    assert "answers to 2 challenges by the end of 12 October 2026. They have not come yet." in found[1][1].body


def test_nobody_is_told_once_it_is_answered_closed_or_asked_anew():
    opened, _, made = late_challenge()
    answer(opened, made)
    assert texts(KIND, OVER) == []
    reply_to_challenge(opened.officer, made.pk, "And the minutes?", seen=messages_of(made), at=OVER)
    assert texts(KIND, OVER) == []  # a reply without a day takes away the one that is over
    other, _, theirs = late_challenge()
    close(other, theirs)
    assert texts(KIND, OVER) == []


def test_nobody_is_told_where_the_invitation_was_withdrawn_but_after_the_close_of_the_audit():
    opened, _, _ = late_challenge()
    type(opened.cycle).objects.filter(pk=opened.cycle.pk).update(state=CycleState.CLOSED)
    assert len(texts(KIND, OVER)) == 1
    Invitation.objects.filter(pk=opened.invitation.pk).update(state=InvitationState.WITHDRAWN)
    assert texts(KIND, OVER) == []


def test_a_deputy_is_told_where_no_lead_can_be_reached():
    opened, _, _ = late_challenge()
    deputy = make_membership(role=Role.RETURN_LEAD, of=opened.unit, is_deputy=True)
    Person.objects.filter(pk=opened.lead.person_id).update(bounced_at=AT)
    assert [notice.recipient.person_ref for notice, _ in texts(KIND, OVER)] == [deputy.person.ref]


def test_it_takes_few_statements_and_is_for_the_product_alone():
    opened, _, _ = late_challenge()
    for _ in range(5):
        late_challenge()
    with assert_queries_below(6):
        assert len(texts(KIND, OVER)) == 6
    with pytest.raises(Absent):
        late_leads(opened.officer, OVER)
    assert Challenge.objects.count() == 6
