import pytest

from section11.challenge.models import Challenge, ChallengeMessage
from section11.challenge.vocabulary import ChallengeState
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.returns.operations.start_amendment import start_amendment
from tests.factories.browsers import signed_in
from tests.factories.challenge import answer, challenge_in, close, make_challenge
from tests.factories.returns import AT, make_reference, partnership_viewer, rate, sign_and_submit, submitted_return
from tests.queries import AssertQueries
from tests.web.challenge.pages_of_challenges import page_of, read, send

pytestmark = pytest.mark.django_db


def test_the_thread_with_its_evidence(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference, kind="level", level="partial", text="Is it written?")
    answer(opened, made, "It is.", items=[make_reference(opened)])
    client = signed_in(opened.officer)
    with assert_queries(10):
        page = read(client, page_of(opened, made))
    assert "About Statement 1.1: A named senior person leads on safeguarding." in page
    assert "What is asked Proposed level: Partially met" in page
    assert "Where it stands Answered" in page
    assert page.index("Is it written?") < page.index("It is.") < page.index("Evidence: Staff handbook (In the office)")
    assert "Close this challenge" in page


def test_a_reply_goes_back_to_the_organisation() -> None:
    opened, reference = submitted_return()
    made = challenge_in(ChallengeState.ANSWERED, opened, reference)
    client = signed_in(opened.officer)
    assert send(client, page_of(opened, made), text="And the minutes?", seen=2) == page_of(opened, made)
    assert "Your reply is sent." in read(client, page_of(opened, made))
    assert Challenge.objects.get().state == ChallengeState.OPEN
    assert "Enter your reply" in send(client, page_of(opened, made), 422, text=" ", seen=3)


def test_when_an_answer_came_in_meanwhile_both_are_shown() -> None:
    opened, reference = submitted_return()
    made = challenge_in(ChallengeState.ANSWERED, opened, reference)
    page = send(signed_in(opened.officer), page_of(opened, made), 409, text="My reply", seen=1)
    assert f"{opened.lead.name} wrote in this challenge in the meantime" in page
    assert "My reply" in page
    assert ChallengeMessage.objects.count() == 2


def test_a_closed_one_is_read_and_keeps_what_was_typed_too_late() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    close(opened, made, "level-stands", "Well shown")
    client = signed_in(opened.officer)
    page = read(client, page_of(opened, made))
    assert "Closed: the self-rating stands." in page
    assert "Well shown" in page
    assert "Send the reply" not in page
    assert "What you typed My reply" in send(client, page_of(opened, made), 409, text="My reply", seen=1)


def test_what_was_amended_since_is_told() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    start_amendment(opened.lead, opened.return_id, "Challenge 1", at=AT)
    rate(opened, "1.1", "na", reason="Not here")
    sign_and_submit(opened)
    page = read(signed_in(opened.officer), page_of(opened, made))
    assert "Self-rating when it was raised Met Self-rating now Not applicable" in page
    assert "Amended In submission 2" in page


def test_who_only_reads_or_belongs_there_finds_no_form() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    page = read(signed_in(partnership_viewer(opened, Role.SCRUTINEER)), page_of(opened, made))
    assert "Only officers and reviewers do this." in page
    Membership.objects.filter(person_id=opened.officer.person_id).update(home_organisation=opened.unit.organisation)
    page = read(signed_in(opened.officer), page_of(opened, made))
    assert "so a colleague must do this." in page
    assert "Send the reply" not in page
    assert "so a colleague must do this" in send(signed_in(opened.officer), page_of(opened, made), 422, text="x", seen=1)
    read(signed_in(partnership_viewer(opened, Role.EXECUTIVE_VIEWER)), page_of(opened, made), 404)
