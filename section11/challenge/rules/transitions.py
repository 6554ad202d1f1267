"""Which moves each thing of this app may make; every other one is refused. Drawn in docs/states.md.

`MOVES[thing][verb]` is the states it may be in before and the one it is in after.
"""

from section11.challenge.vocabulary import ChallengeState

Move = tuple[tuple[str, ...], str]

MOVES: dict[str, dict[str, Move]] = {
    "challenge": {
        "answer_challenge": ((ChallengeState.OPEN, ChallengeState.ANSWERED), ChallengeState.ANSWERED),
        "reply_to_challenge": ((ChallengeState.OPEN, ChallengeState.ANSWERED), ChallengeState.OPEN),
        "close_challenge": ((ChallengeState.OPEN, ChallengeState.ANSWERED), ChallengeState.CLOSED),
    },
}


def states_before(thing: str, verb: str) -> tuple[str, ...]:
    """The states in which that can be done."""
    return MOVES[thing][verb][0]


def state_after(thing: str, verb: str) -> str:
    """The state it is in when that is done."""
    return MOVES[thing][verb][1]


def can(thing: str, verb: str, state: str) -> bool:
    """Whether that can be done in this state."""
    return state in states_before(thing, verb)
