from datetime import timedelta

import pytest

from section11.challenge.models import ChallengeMessage
from section11.challenge.operations.reply_to_challenge import reply_to_challenge
from section11.challenge.vocabulary import ChallengeState
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Conflict, Refused
from section11.lib.viewer import Viewer
from tests.factories.challenge import answer, challenge_in, make_challenge, make_reviewer, messages_of
from tests.factories.directory import make_viewer
from tests.factories.returns import AT, partnership_viewer, submitted_return
from tests.people import let_in
from tests.returns.around import events

pytestmark = pytest.mark.django_db
SOON = (AT + timedelta(days=7)).date()


def test_it_goes_back_to_the_organisation_with_a_new_date() -> None:
    opened, reference = submitted_return()
    made = challenge_in(ChallengeState.ANSWERED, opened, reference)
    reply_to_challenge(opened.officer, made.pk, "And the minutes?", wanted_by=SOON, seen=2, at=AT)
    made.refresh_from_db()
    assert (made.state, made.wanted_by) == (ChallengeState.OPEN, SOON)
    last = ChallengeMessage.objects.last()
    assert last is not None
    assert (last.side, last.text, last.by_name) == ("partnership", "And the minutes?", opened.officer.name)
    told = {"invitation": opened.invitation.ref, "number": 1, "wanted_by": str(SOON)}
    assert events("replied-to-challenge") == [
        (stream, opened.officer.person_ref, made.ref, told) for stream in (opened.organisation_stream, opened.partnership_stream)
    ]


def test_the_date_stands_when_none_is_given() -> None:
    opened, reference = submitted_return()
    made = challenge_in(ChallengeState.OPEN, opened, reference, kind="evidence", wanted_by=SOON)
    reply_to_challenge(opened.officer, made.pk, "Or the policy", seen=1, at=AT)
    made.refresh_from_db()
    assert (made.state, made.wanted_by) == (ChallengeState.OPEN, SOON)


def test_what_came_in_meanwhile_is_shown_and_a_closed_one_stays_closed() -> None:
    opened, reference = submitted_return()
    answered = challenge_in(ChallengeState.ANSWERED, opened, reference)
    with pytest.raises(Conflict):
        reply_to_challenge(opened.officer, answered.pk, "x", seen=1, at=AT)
    closed = challenge_in(ChallengeState.CLOSED, opened, reference, text="Another")
    with pytest.raises(Conflict):
        reply_to_challenge(opened.officer, closed.pk, "x", seen=messages_of(closed), at=AT)


def test_everything_that_is_wrong_is_told_at_once() -> None:
    opened, reference = submitted_return()
    made = challenge_in(ChallengeState.ANSWERED, opened, reference)
    with pytest.raises(Refused) as told:
        reply_to_challenge(opened.officer, made.pk, " ", wanted_by=(AT - timedelta(days=1)).date(), seen=2, at=AT)
    assert set(told.value.problems) == {"text", "wanted_by"}


def test_officers_and_reviewers_may_in_what_is_theirs() -> None:
    opened, reference = submitted_return()
    made = challenge_in(ChallengeState.ANSWERED, opened, reference)
    people: dict[str, Viewer] = {role: partnership_viewer(opened, role) for role in (Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER)}
    people |= {"elsewhere": make_viewer(Role.OFFICER), "lead": opened.lead}
    assert let_in(people, lambda who: reply_to_challenge(who, made.pk, "x", seen=2, at=AT)) == {"officer", "reviewer"}
    with pytest.raises(Refused, match="given to other reviewers"):
        reply_to_challenge(make_reviewer(opened.cycle, "2"), made.pk, "x", seen=2, at=AT)
    Membership.objects.filter(person_id=opened.officer.person_id).update(home_organisation=opened.unit.organisation)
    with pytest.raises(Refused, match="You belong to"):
        reply_to_challenge(opened.officer, made.pk, "x", seen=2, at=AT)


def test_a_day_that_is_over_no_longer_stands_once_there_is_a_reply() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference, kind="evidence", wanted_by=SOON)
    answer(opened, made)
    later = AT + timedelta(days=30)
    reply_to_challenge(opened.officer, made.pk, "And the minutes?", seen=messages_of(made), at=later)
    made.refresh_from_db()
    assert (made.state, made.wanted_by) == (ChallengeState.OPEN, None)
