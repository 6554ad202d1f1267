import pytest

from section11.challenge.rules.judging import (
    MOST_GRADES,
    ONE_GRADE,
    grade_problems,
    keyed_grades,
    no_action_problems,
    opinion_problems,
    practice_problems,
    recommendation_problems,
    sample_problems,
    scale_problems,
)
from section11.challenge.vocabulary import STARTER_GRADES


def test_the_starter_is_a_scale_and_gives_its_own_keys() -> None:
    labels = [label for _, label in STARTER_GRADES]
    assert scale_problems(labels) == {}
    assert keyed_grades(labels) == list(STARTER_GRADES)


def test_no_grades_at_all_switch_grading_off_but_one_is_no_scale() -> None:
    assert scale_problems([]) == {}
    assert scale_problems(["Good"]) == {"": ONE_GRADE}


def test_every_fault_of_a_scale_is_told_at_its_row() -> None:
    problems = scale_problems(["Good", " good ", "", "x" * 101])
    assert sorted(problems) == ["label-1", "label-2", "label-3"]
    assert "" in scale_problems([f"Grade {n}" for n in range(MOST_GRADES + 1)])


def test_grades_that_would_have_the_same_key_get_another() -> None:
    assert [key for key, _ in keyed_grades(["A+", "A"])] == ["a", "a-2"]


def test_a_grade_needs_to_be_one_of_the_scale_and_to_have_reasons() -> None:
    assert sorted(grade_problems("", "", ["good"])) == ["grade", "reasons"]
    assert grade_problems("good", "They show what changed.", ["good"]) == {}


@pytest.mark.parametrize("problems", [practice_problems, recommendation_problems, no_action_problems])
def test_a_text_must_be_there_and_not_too_long(problems) -> None:
    assert problems("")
    assert problems("x" * 5001)
    assert problems("x" * 5000) == {}


def test_a_draft_opinion_may_be_empty_but_a_given_one_may_not() -> None:
    assert opinion_problems("", is_given=False) == {}
    assert opinion_problems("", is_given=True)
    assert opinion_problems("x" * 50_001, is_given=False)


@pytest.mark.parametrize(("size", "left", "is_wrong"), [(None, 5, True), (0, 5, True), (5, 5, False), (6, 5, True), (1, 0, True)])
def test_a_sample_is_drawn_from_what_is_left(size: int | None, left: int, is_wrong: bool) -> None:
    assert bool(sample_problems(size, left)) is is_wrong
