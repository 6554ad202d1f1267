from dataclasses import replace
from itertools import product

import pytest

from section11.returns.rules.checking import GAP_WORDS, Gap, Missing, Rated, gaps_of, is_answered, missing, progress_of, what_to_do
from section11.standards.vocabulary import LevelClass

EMPTY = Rated("1", "1.1", None, False, False, False, False, False, False)
MET = replace(EMPTY, level_class=LevelClass.MET)


@pytest.mark.parametrize(
    ("rated", "gaps"),
    [
        (EMPTY, [Gap.LEVEL]),
        (replace(EMPTY, has_reason=True, has_action=True, has_no_action_reason=True), [Gap.LEVEL]),
        (MET, []),
        (replace(MET, needs_reason=True), [Gap.REASON]),
        (replace(MET, needs_reason=True, has_reason=True), []),
        (replace(MET, needs_reason=True, has_no_action_reason=True), [Gap.REASON]),
        (replace(MET, needs_action=True), [Gap.ACTION]),
        (replace(MET, needs_action=True, has_reason=True), [Gap.ACTION]),
        (replace(MET, needs_action=True, has_action=True), []),
        (replace(MET, needs_action=True, has_no_action_reason=True), []),
        (replace(MET, needs_reason=True, needs_action=True), [Gap.REASON, Gap.ACTION]),
        (replace(EMPTY, is_marked=True), []),
        (replace(MET, is_carried=True), [Gap.CONFIRM]),
        (replace(MET, is_carried=True, needs_reason=True), [Gap.CONFIRM, Gap.REASON]),
        (replace(MET, is_carried=True, is_marked=True), []),
        (replace(EMPTY, is_carried=True), [Gap.LEVEL]),
        (replace(EMPTY, is_optional=True), []),
        (replace(MET, needs_reason=True, needs_action=True, is_marked=True), []),
    ],
)
def test_what_a_statement_still_needs(rated: Rated, gaps: list[Gap]) -> None:
    assert gaps_of(rated) == gaps


@pytest.mark.parametrize("level_class", list(LevelClass))
def test_needs_come_from_the_level_and_not_from_its_class(level_class: LevelClass) -> None:
    assert gaps_of(replace(EMPTY, level_class=level_class)) == []
    assert gaps_of(replace(EMPTY, level_class=level_class, needs_reason=True)) == [Gap.REASON]


def test_a_level_or_a_mark_is_an_answer() -> None:
    assert not is_answered(EMPTY)
    assert is_answered(MET)
    assert is_answered(replace(EMPTY, is_marked=True))


def test_gaps_are_told_in_the_order_of_the_statements() -> None:
    rows = [replace(EMPTY, statement_ref=ref, needs_reason=True, level_class=c) for ref, c in (("1.2", None), ("1.1", LevelClass.UNMET))]
    assert missing(rows) == [Missing("1", "1.2", Gap.LEVEL), Missing("1", "1.1", Gap.REASON)]
    assert missing([MET, replace(EMPTY, is_marked=True)]) == []


def test_all_that_one_statement_needs_is_said_under_its_name() -> None:
    found = missing([replace(MET, needs_reason=True, needs_action=True), replace(EMPTY, statement_ref="1.2")])
    assert what_to_do(found) == {
        "1.1": f"{GAP_WORDS[Gap.REASON]}. {GAP_WORDS[Gap.ACTION]}",
        "1.2": GAP_WORDS[Gap.LEVEL],
    }
    assert what_to_do([]) == {}


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([EMPTY, EMPTY], "Not started"),
        ([MET, EMPTY], "1 of 2 answered"),
        ([replace(MET, needs_reason=True), EMPTY], "1 of 2 answered"),
        ([MET, MET], "Complete"),
        ([MET, replace(MET, needs_action=True)], "Needs attention"),
        ([replace(EMPTY, is_marked=True), replace(MET, is_marked=True)], "Not applicable"),
        ([], "Not asked last time"),
    ],
)
def test_how_far_a_standard_has_come(rows: list[Rated], words: str) -> None:
    assert progress_of("1", rows).words == words


def test_progress_never_counts_more_than_was_asked() -> None:
    for reason, action, marked in product([False, True], repeat=3):
        for level_class in (None, LevelClass.MET):
            one = replace(EMPTY, level_class=level_class, needs_reason=reason, needs_action=action, is_marked=marked)
            told = progress_of("1", [one, MET])
            assert 1 <= told.answered <= told.asked == 2
            assert told.gaps <= 2


def test_what_was_carried_is_to_be_confirmed_and_what_is_optional_is_not_counted() -> None:
    carried, optional = replace(MET, is_carried=True), replace(EMPTY, is_optional=True)
    assert not is_answered(carried)
    assert progress_of("1", [carried, carried, optional]).words == "2 to confirm"
    assert progress_of("1", [carried, EMPTY]).words == "1 to confirm, 1 to answer"
    assert progress_of("1", [carried, MET]).words == "1 of 2 answered"
    assert progress_of("1", [MET, optional]).words == "Complete"
    only = progress_of("1", [optional])
    assert (only.words, only.asked, only.is_done) == ("Not asked last time", 0, True)


def test_a_narrative_that_was_carried_is_told_by_its_prompt() -> None:
    assert what_to_do([Missing("1", "", Gap.CONFIRM, "how")]) == {"1 how": GAP_WORDS[Gap.CONFIRM]}
