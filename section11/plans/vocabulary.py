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
    DONE = "done"
    DROPPED = "dropped"
