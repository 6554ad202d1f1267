"""Whether an action waits for something. Pure."""

from datetime import date, datetime

from section11.lib.dates import day_words
from section11.plans.vocabulary import ACTION_STATE_WORDS, RAG_WORDS, ActionState, Rag


def is_overdue(state: str, due: date | None, today: date) -> bool:
    """Open, and the end of its day in London has passed."""
    return state == ActionState.OPEN and due is not None and due < today


def standing_words(state: str, rag: str, due: date | None, *, due_before: date | None) -> str:
    """How it stands by now: `Done, to be confirmed`; `Open`; `Amber: at risk, now due 3 May 2027`."""
    if state != ActionState.OPEN:
        return ACTION_STATE_WORDS[ActionState(state)]
    moved = f"now due {day_words(due)}" if due and due != due_before else ""
    return ", ".join(part for part in (RAG_WORDS[Rag(rag)] if rag else "Open", moved) if part)


def is_red(state: str, rag: str) -> bool:
    """Open and off track."""
    return state == ActionState.OPEN and rag == Rag.RED


def waits_for_support(state: str, wants_help: bool, asked_at: datetime | None, replied_at: datetime | None) -> bool:
    """Open, and a wish for help or the latest question has no answer yet."""
    if state != ActionState.OPEN:
        return False
    if asked_at:
        return replied_at is None or replied_at < asked_at
    return wants_help and replied_at is None
