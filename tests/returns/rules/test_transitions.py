import pytest

from section11.returns.rules.transitions import MOVES, STATE_WORDS, moved_on
from section11.returns.vocabulary import ReturnState


def test_every_state_can_be_come_to_and_left_and_said_in_words() -> None:
    for state in ReturnState:
        assert any(start == state for start, _ in MOVES.values())
        assert any(end == state for _, end in MOVES.values())
        assert STATE_WORDS[state] in moved_on(state)


def test_nothing_is_submitted_that_was_not_signed_and_nothing_signed_that_was_not_asked() -> None:
    assert {start for start, end in MOVES.values() if end == ReturnState.SIGNED} == {ReturnState.WITH_SIGNATORY}
    into = {name: start for name, (start, end) in MOVES.items() if end == ReturnState.SUBMITTED}
    assert into == {"submit_return": ReturnState.SIGNED, "give_up_amendment": ReturnState.OPEN}


def test_no_move_stays_where_it_is() -> None:
    assert [name for name, (start, end) in MOVES.items() if start == end] == []


@pytest.mark.parametrize("state", ["", "burnt"])
def test_an_unknown_state_is_no_reason_to_fall_over(state: str) -> None:
    assert "another state" in moved_on(state)
