from section11.challenge.rules.transitions import MOVES, can, state_after, states_before
from section11.challenge.vocabulary import ChallengeState


def test_a_move_names_where_from_and_where_to() -> None:
    assert states_before("challenge", "reply_to_challenge") == ("open", "answered")
    assert state_after("challenge", "answer_challenge") == ChallengeState.ANSWERED
    assert can("challenge", "close_challenge", "answered")


def test_nothing_leads_out_of_a_closed_challenge() -> None:
    assert not any(can("challenge", verb, ChallengeState.CLOSED) for verb in MOVES["challenge"])
