"""Every move of good practice, recommendations and opinions from every state: the table's, and no others."""

from collections.abc import Callable
from typing import Any

import pytest

from section11.challenge.models import GoodPractice, Opinion, Recommendation
from section11.challenge.operations.agree_to_share import agree_to_share
from section11.challenge.operations.answer_recommendation import answer_recommendation
from section11.challenge.operations.ask_consent import ask_consent
from section11.challenge.operations.change_good_practice import change_good_practice
from section11.challenge.operations.change_recommendation import change_recommendation
from section11.challenge.operations.decline_to_share import decline_to_share
from section11.challenge.operations.drop_recommendation import drop_recommendation
from section11.challenge.operations.give_opinion import give_opinion
from section11.challenge.operations.give_recommendation import give_recommendation
from section11.challenge.operations.move_judgement import move_judgement
from section11.challenge.operations.save_opinion import save_opinion
from section11.challenge.operations.take_up_recommendation import take_up_recommendation
from section11.challenge.operations.unmark_good_practice import unmark_good_practice
from section11.challenge.rules.transitions import GONE, MOVES
from section11.challenge.vocabulary import GoodPracticeState, OpinionState, RecommendationState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from tests.factories.judging import make_practice, make_recommendation
from tests.factories.returns import ACTION, AT, Opened, open_return, partnership_viewer, submitted_return

pytestmark = pytest.mark.django_db
Act = Callable[[Opened, Any], object]
PRACTICE: dict[str, Act] = {
    "change_good_practice": lambda o, row: change_good_practice(o.officer, row.pk, "Other words.", version=row.version, at=AT),
    "unmark_good_practice": lambda o, row: unmark_good_practice(o.officer, row.pk, version=row.version, at=AT),
    "ask_consent": lambda o, row: ask_consent(o.officer, row.pk, version=row.version, at=AT),
    "agree_to_share": lambda o, row: agree_to_share(o.lead, row.pk, at=AT),
    "decline_to_share": lambda o, row: decline_to_share(o.lead, row.pk, at=AT),
}
ADVICE: dict[str, Act] = {
    "change_recommendation": lambda o, row: change_recommendation(o.officer, row.pk, "Other words.", version=row.version, at=AT),
    "drop_recommendation": lambda o, row: drop_recommendation(o.officer, row.pk, version=row.version, at=AT),
    "give_recommendation": lambda o, row: give_recommendation(o.officer, row.pk, version=row.version, at=AT),
    "take_up_recommendation": lambda o, row: take_up_recommendation(o.lead, row.pk, ACTION, at=AT),
    "answer_recommendation": lambda o, row: answer_recommendation(o.lead, row.pk, "No.", version=row.version, at=AT),
}


def test_every_move_of_the_table_is_tried_here() -> None:
    assert set(PRACTICE) == set(MOVES["good practice"])
    assert set(ADVICE) == set(MOVES["recommendation"])


@pytest.mark.parametrize("state", list(GoodPracticeState))
@pytest.mark.parametrize("verb", list(PRACTICE))
def test_good_practice_moves_as_the_table_says(verb: str, state: GoodPracticeState) -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference, state)
    check("good practice", verb, state, lambda: PRACTICE[verb](opened, row), lambda: GoodPractice.objects.filter(pk=row.pk).first())


@pytest.mark.parametrize("state", list(RecommendationState))
@pytest.mark.parametrize("verb", list(ADVICE))
def test_a_recommendation_moves_as_the_table_says(verb: str, state: RecommendationState) -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference, state)
    check("recommendation", verb, state, lambda: ADVICE[verb](opened, row), lambda: Recommendation.objects.filter(pk=row.pk).first())


def check(thing: str, verb: str, state: str, act: Callable[[], object], stands: Callable[[], Any]) -> None:
    """The move happens from the states it may, and from any other it is refused and changes nothing."""
    before, after = MOVES[thing][verb]
    if state in before:
        act()
        row = stands()
        assert (row.state if row else GONE) == after
    else:
        with pytest.raises((Refused, Absent)):
            act()
        assert stands().state == state


def test_a_given_opinion_is_moved_by_nobody() -> None:
    opened = open_return()
    scrutineer = partnership_viewer(opened, Role.SCRUTINEER)
    save_opinion(scrutineer, opened.cycle.slug, "Well led.", version=0, at=AT)
    give_opinion(scrutineer, opened.cycle.slug, version=1, at=AT)
    row = Opinion.objects.get()
    for verb in MOVES["opinion"]:
        with pytest.raises(Refused, match="never changes again"):
            move_judgement("opinion", verb, row.pk, text="Badly led.")
    row.refresh_from_db()
    assert (row.state, row.text) == (OpinionState.GIVEN, "Well led.")


def test_what_is_gone_is_absent_and_what_was_changed_is_a_conflict() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference)
    with pytest.raises(Conflict) as told:
        move_judgement("recommendation", "give_recommendation", row.pk, version=9, typed={"text": "Mine."})
    assert (told.value.version, told.value.theirs) == (1, {"text": row.text})
    row.delete()
    with pytest.raises(Absent):
        move_judgement("recommendation", "give_recommendation", row.pk)
