import pytest

from section11.challenge.models import AgreedLevel, Challenge
from section11.challenge.vocabulary import ChallengeState
from tests.factories.browsers import signed_in
from tests.factories.challenge import answer, challenge_in, make_challenge
from tests.factories.returns import submitted_return
from tests.queries import AssertQueries
from tests.web.challenge.pages_of_challenges import page_of, read, send

pytestmark = pytest.mark.django_db


def test_another_level_is_agreed_on_closing(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    made = challenge_in(ChallengeState.ANSWERED, opened, reference, kind="level", level="partial")
    client, address = signed_in(opened.officer), page_of(opened, made, "close_challenge")
    with assert_queries(10):
        page = read(client, address)
    assert "Self-rating: Met . Proposed: Partially met" in page
    typed = {"outcome": "level-agreed", "level": "partial", "note": "Half", "seen": 2, "reference": reference, "version": 0}
    assert send(client, address, **typed) == page_of(opened, made)
    assert (Challenge.objects.get().outcome, AgreedLevel.objects.get().level.key) == ("level-agreed", "partial")
    assert "Closed: another level was agreed." in read(client, page_of(opened, made))
    assert "This challenge is closed" in read(client, address)


def test_a_standards_challenge_offers_no_level() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference, "standard:1")
    page = read(signed_in(opened.officer), page_of(opened, made, "close_challenge"))
    assert "Another level was agreed" not in page
    assert "The return was amended" not in page


def test_what_is_wrong_is_told() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    client, address = signed_in(opened.officer), page_of(opened, made, "close_challenge")
    assert "Choose how this challenge ends" in send(client, address, 422, seen=1)
    page = send(client, address, 422, seen=1, outcome="level-agreed", note="My note", reference=reference, version=0)
    assert "Choose the level that was agreed" in page
    assert "My note" in page


def test_an_answer_that_came_in_meanwhile_is_shown_first() -> None:
    opened, reference = submitted_return()
    made = make_challenge(opened, reference)
    answer(opened, made, "Here it is")
    client, address = signed_in(opened.officer), page_of(opened, made, "close_challenge")
    page = send(client, address, 409, seen=1, outcome="level-stands", note="My note")
    assert "Here it is" in page
    assert "My note" in page
    send(client, address, seen=2, outcome="level-stands", note="My note")
    assert "What you typed My note" in send(client, address, 409, seen=2, outcome="level-stands", note="My note")
