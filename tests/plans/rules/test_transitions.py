from section11.plans.rules.transitions import MOVED_ON, MOVES, can, moved_on, states_before
from section11.plans.vocabulary import ActionState


def test_what_was_taken_out_stays_out() -> None:
    assert [verb for verb in MOVES if can(verb, ActionState.DROPPED)] == []


def test_every_state_can_be_reached_and_every_refusal_has_words() -> None:
    reached = {after for _, after in MOVES.values() if after}
    assert reached == set(ActionState)
    assert set(MOVED_ON) == set(ActionState)
    assert moved_on("confirmed").startswith("This action is done and confirmed")


def test_a_confirmed_one_is_opened_by_the_partnership_only() -> None:
    assert [verb for verb in MOVES if ActionState.CONFIRMED in states_before(verb)] == ["reopen_action"]
