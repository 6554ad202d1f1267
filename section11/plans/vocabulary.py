"""The words of improvement plans."""

from enum import StrEnum


class Rag(StrEnum):
    NOT_SET = ""
    RED = "red"
    AMBER = "amber"
    GREEN = "green"


RAG_WORDS: dict[Rag, str] = {
    Rag.NOT_SET: "Not rated yet",
    Rag.RED: "Red: off track",
    Rag.AMBER: "Amber: at risk",
    Rag.GREEN: "Green: on track",
}


class ActionState(StrEnum):
    OPEN = "open"
    DONE = "done"  # the organisation says so
    CONFIRMED = "confirmed"  # the partnership agrees
    DROPPED = "dropped"


ACTION_STATE_WORDS: dict[ActionState, str] = {
    ActionState.OPEN: "Open",
    ActionState.DONE: "Done, to be confirmed",
    ActionState.CONFIRMED: "Done and confirmed",
    ActionState.DROPPED: "Dropped",
}
