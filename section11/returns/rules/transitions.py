"""Which moves a return may make; every other one is refused. Drawn in docs/states.md."""

from section11.returns.vocabulary import ReturnState

MOVES: dict[str, tuple[ReturnState, ReturnState]] = {
    "ask_sign_off": (ReturnState.OPEN, ReturnState.WITH_SIGNATORY),
    "approve_return": (ReturnState.WITH_SIGNATORY, ReturnState.SIGNED),
    "send_back": (ReturnState.WITH_SIGNATORY, ReturnState.OPEN),
    "take_back_from_signatory": (ReturnState.WITH_SIGNATORY, ReturnState.OPEN),
    "take_back_signed": (ReturnState.SIGNED, ReturnState.OPEN),
    "submit_return": (ReturnState.SIGNED, ReturnState.SUBMITTED),
    "start_amendment": (ReturnState.SUBMITTED, ReturnState.OPEN),
    "withdraw_submission": (ReturnState.SUBMITTED, ReturnState.OPEN),
    "return_for_correction": (ReturnState.SUBMITTED, ReturnState.OPEN),
    "give_up_amendment": (ReturnState.OPEN, ReturnState.SUBMITTED),
}

STATE_WORDS: dict[str, str] = {
    ReturnState.OPEN: "open for answers",
    ReturnState.WITH_SIGNATORY: "with the signatory",
    ReturnState.SIGNED: "signed and waiting to be submitted",
    ReturnState.SUBMITTED: "submitted",
}


def moved_on(state: str) -> str:
    """What to say when a move is no longer possible."""
    return f"This return is {STATE_WORDS.get(state, 'in another state')} now. Look at its page to see what can be done next."
