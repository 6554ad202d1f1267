from datetime import timedelta

import pytest

from section11.challenge.models import Challenge, ChallengeMessage
from section11.challenge.operations.raise_challenge import raise_challenge
from section11.challenge.rules.typing import ChallengeText
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.lib.viewer import Viewer
from section11.returns.models import Submission, SubmittedAction
from section11.returns.operations.plan_action import plan_action
from section11.returns.operations.start_amendment import start_amendment
from tests.factories.challenge import make_challenge, make_reviewer
from tests.factories.directory import make_viewer
from tests.factories.returns import ACTION, AT, answer_everything, open_return, partnership_viewer, rate, sign_and_submit, submitted_return
from tests.people import let_in
from tests.returns.around import events

pytestmark = pytest.mark.django_db
QUESTION = ChallengeText("question", "  How do you\r\nknow?\x00 ")
SOON = (AT + timedelta(days=7)).date()


def test_a_question_on_a_statement() -> None:
    opened, reference = submitted_return()
    reviewer = make_reviewer(opened.cycle)
    made = Challenge.objects.get(pk=raise_challenge(reviewer, reference, "statement:1.1", QUESTION, at=AT))
    assert made.statement
    assert (made.statement.ref, made.standard, made.action, made.number, made.state) == ("1.1", None, None, 1, "open")
    assert (made.raised_by, made.raised_by_name, made.raised_at, made.proposed_level) == (reviewer.person_ref, reviewer.name, AT, None)
    said = ChallengeMessage.objects.get()
    assert (said.challenge, said.side, said.text, said.by_name) == (made, "partnership", "How do you\nknow?", reviewer.name)


def test_both_sides_streams_tell_of_it_without_a_word_that_was_typed() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    told = {"number": 1, "kind": "question", "about": "statement:1.1", "submission": Submission.objects.get().ref}
    assert events("raised-challenge") == [
        (stream, opened.officer.person_ref, made.ref, told) for stream in (opened.organisation_stream, opened.partnership_stream)
    ]


def test_a_request_for_evidence_on_a_standard_and_a_question_on_an_action() -> None:
    opened = open_return()
    plan_action(opened.lead, opened.return_id, "2.1", ACTION, at=AT)
    answer_everything(opened)
    reference = sign_and_submit(opened)
    first = make_challenge(opened, reference, "standard:2", kind="evidence", wanted_by=SOON)
    action = SubmittedAction.objects.get()
    second = make_challenge(opened, reference, f"action:{action.pk}")
    assert first.standard
    assert (first.standard.ref, first.wanted_by) == ("2", SOON)
    assert (second.action, second.number) == (action, 2)


def test_a_proposed_level() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference, kind="level", level="partial")
    assert made.proposed_level
    assert made.proposed_level.key == "partial"


@pytest.mark.parametrize(
    ("about", "typed", "wrong"),
    [
        ("statement:1.1", ChallengeText("", " "), {"text", "kind"}),
        ("statement:1.1", ChallengeText("evidence", "x"), {"wanted_by"}),
        ("statement:1.1", ChallengeText("evidence", "x", wanted_by=(AT - timedelta(days=1)).date()), {"wanted_by"}),
        ("statement:1.1", ChallengeText("level", "x" * 5001), {"text", "level"}),
        ("statement:1.1", ChallengeText("level", "x", "met"), {"level"}),  # its own rating
        ("standard:1", ChallengeText("level", "x", "partial"), {"kind"}),
    ],
)
def test_everything_that_is_wrong_is_told_at_once(about: str, typed: ChallengeText, wrong: set[str]) -> None:
    opened, reference = submitted_return()
    with pytest.raises(Refused) as told:
        raise_challenge(opened.officer, reference, about, typed, at=AT)
    assert set(told.value.problems) == wrong
    assert not Challenge.objects.exists()


@pytest.mark.parametrize("about", ["statement:9.9", "standard:9", "action:4711", "action:x", "return:1", ""])
def test_what_the_submission_does_not_hold_is_absent(about: str) -> None:
    opened, reference = submitted_return()
    with pytest.raises(Absent):
        raise_challenge(opened.officer, reference, about, QUESTION, at=AT)


def test_an_action_of_another_submission_is_absent() -> None:
    opened, reference = submitted_return()
    other = open_return()
    plan_action(other.lead, other.return_id, "1.1", ACTION, at=AT)
    answer_everything(other)
    sign_and_submit(other)
    with pytest.raises(Absent):
        raise_challenge(opened.officer, reference, f"action:{SubmittedAction.objects.get().pk}", QUESTION, at=AT)


def test_it_is_raised_on_the_latest_submission() -> None:
    opened, first = submitted_return()
    start_amendment(opened.lead, opened.return_id, "A slip", at=AT)
    rate(opened, "1.1", "partial")
    plan_action(opened.lead, opened.return_id, "1.1", ACTION, at=AT)
    second = sign_and_submit(opened)
    with pytest.raises(Refused, match="no longer the submission that counts"):
        raise_challenge(opened.officer, first, "statement:1.1", QUESTION, at=AT)
    assert make_challenge(opened, second).number == 1


def test_pressed_twice_is_one_challenge() -> None:
    opened, reference = submitted_return()
    assert make_challenge(opened, reference) == make_challenge(opened, reference)
    assert make_challenge(opened, reference, text="Something else").number == 2
    assert make_challenge(opened, reference, by=make_reviewer(opened.cycle)).number == 3


def test_officers_and_reviewers_of_the_partnership_may() -> None:
    opened, reference = submitted_return()
    people: dict[str, Viewer] = {
        role: partnership_viewer(opened, role) for role in (Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER, Role.EXECUTIVE_VIEWER)
    }
    people |= {"elsewhere": make_viewer(Role.OFFICER), "lead": opened.lead, "signatory": opened.signatory}
    assert let_in(people, lambda who: raise_challenge(who, reference, "statement:1.1", QUESTION, at=AT)) == {"officer", "reviewer"}


def test_nobody_challenges_their_own_organisation_or_what_was_given_to_others() -> None:
    opened, reference = submitted_return()
    reviewer = make_reviewer(opened.cycle, "2")
    with pytest.raises(Refused, match="given to other reviewers"):
        raise_challenge(reviewer, reference, "statement:1.1", QUESTION, at=AT)
    raise_challenge(reviewer, reference, "statement:2.1", QUESTION, at=AT)
    Membership.objects.filter(person_id=opened.officer.person_id).update(home_organisation=opened.unit.organisation)
    with pytest.raises(Refused, match="You belong to"):
        raise_challenge(opened.officer, reference, "standard:1", QUESTION, at=AT)
