"""Which moves an action may make; every other one is refused. Drawn in docs/states.md. Pure.

`MOVES[verb]` is the states it may be in before, and the one it is in after (none: it stays as it is).
"""

from section11.plans.vocabulary import ActionState

Move = tuple[tuple[ActionState, ...], ActionState | None]

MOVES: dict[str, Move] = {
    # the organisation's
    "change_action": ((ActionState.OPEN,), None),
    "update_progress": ((ActionState.OPEN,), None),
    "ask_for_support": ((ActionState.OPEN,), None),
    "finish_action": ((ActionState.OPEN,), ActionState.DONE),
    "resume_action": ((ActionState.DONE,), ActionState.OPEN),
    "drop_action": ((ActionState.OPEN,), ActionState.DROPPED),
    # the partnership's
    "reply_to_support": ((ActionState.OPEN,), None),
    "confirm_action": ((ActionState.DONE,), ActionState.CONFIRMED),
    "reopen_action": ((ActionState.DONE, ActionState.CONFIRMED), ActionState.OPEN),
}

MOVED_ON: dict[ActionState, str] = {
    ActionState.OPEN: "This action is open now. Look at its page to see what can be done next.",
    ActionState.DONE: "This action is marked done now. Look at its page to see what can be done next.",
    ActionState.CONFIRMED: "This action is done and confirmed now, so it no longer changes.",
    ActionState.DROPPED: "This action was taken out of the plan.",
}


def states_before(verb: str) -> tuple[ActionState, ...]:
    """The states in which that can be done."""
    return MOVES[verb][0]


def can(verb: str, state: str) -> bool:
    """Whether that can be done in this state."""
    return state in states_before(verb)


def moved_on(state: str) -> str:
    """What to say when a move is no longer possible."""
    return MOVED_ON[ActionState(state)]
