from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from section11.plans.rules import FAR, LONGEST_TEXT, ActionText, answers_level, cleaned, is_complete, problems_of

TODAY = date(2026, 10, 5)
WHOLE = ActionText(what="Train every volunteer", how="Two evenings", who="Deputy head", due=date(2027, 1, 31))


def problems(due_before: date | None = None, **changes: Any) -> set[str]:
    return set(problems_of(replace(WHOLE, **changes), today=TODAY, due_before=due_before))


def test_an_action_is_whole_with_what_who_and_by_when() -> None:
    assert is_complete(WHOLE)
    assert is_complete(replace(WHOLE, how=""))
    for missing in (replace(WHOLE, what=" "), replace(WHOLE, who=""), replace(WHOLE, due=None)):
        assert not is_complete(missing)
        assert not answers_level(missing)


def test_a_wish_for_help_is_an_answer_though_not_a_whole_action() -> None:
    wish = ActionText(wants_help=True)
    assert answers_level(wish)
    assert not is_complete(wish)
    assert problems_of(wish, today=TODAY) == {}


def test_an_action_may_be_kept_unfinished() -> None:
    assert problems_of(ActionText(what="Train"), today=TODAY) == {}


def test_it_says_what_or_asks_for_help() -> None:
    assert problems(what=" \n") == {"what"}
    assert problems(what="", wants_help=True) == set()


@pytest.mark.parametrize(
    ("due", "wrong"),
    [
        (TODAY, False),
        (TODAY - timedelta(days=1), True),
        (TODAY + timedelta(days=FAR), False),
        (TODAY + timedelta(days=FAR + 1), True),
        (date.min, True),
        (date.max, True),
        (None, False),
    ],
)
def test_a_date_lies_ahead_but_not_by_a_slip_of_the_hand(due: date | None, wrong: bool) -> None:
    assert problems(due=due) == ({"due"} if wrong else set())


def test_a_date_it_had_already_may_stay_and_another_past_one_may_not_come() -> None:
    past = TODAY - timedelta(days=30)
    assert problems(due=past, due_before=past) == set()
    assert problems(due=past - timedelta(days=1), due_before=past) == {"due"}


def test_everything_wrong_is_told_at_once() -> None:
    long = "a" * (LONGEST_TEXT + 1)
    assert problems(what=long, how=long, progress=long, who="a" * 201, due=date(1999, 1, 1), rag="blue") == {
        "what",
        "how",
        "progress",
        "who",
        "due",
        "rag",
    }


@pytest.mark.parametrize("rag", ["", "red", "amber", "green"])
def test_progress_is_red_amber_green_or_not_rated(rag: str) -> None:
    assert problems(rag=rag) == set()


def test_what_was_typed_is_tidied() -> None:
    text = ActionText(what=" Train\r\nall\x00 ", how="\tTwo\revenings", who=" Head ", progress="\n", rag="red", due=TODAY, wants_help=True)
    assert cleaned(text) == ActionText("Train\nall", "Two\nevenings", "Head", TODAY, "", "red", True)
    assert cleaned(cleaned(text)) == cleaned(text)
