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


class UpdateKind(StrEnum):
    """What happened to an action, in its log."""

    CHANGED = "changed"
    PROGRESS = "progress"
    MOVED = "moved"  # a new date, with the reason
    ASKED = "asked"
    REPLIED = "replied"
    DONE = "done"
    RESUMED = "resumed"
    CONFIRMED = "confirmed"
    REOPENED = "reopened"
    DROPPED = "dropped"


UPDATE_KIND_WORDS: dict[UpdateKind, str] = {
    UpdateKind.CHANGED: "Changed",
    UpdateKind.PROGRESS: "Progress",
    UpdateKind.MOVED: "New date",
    UpdateKind.ASKED: "Asked for support",
    UpdateKind.REPLIED: "Support answered",
    UpdateKind.DONE: "Marked done",
    UpdateKind.RESUMED: "Not done after all",
    UpdateKind.CONFIRMED: "Confirmed as done",
    UpdateKind.REOPENED: "Opened again",
    UpdateKind.DROPPED: "Taken out of the plan",
}


class Show(StrEnum):
    """Which actions a list shows, in its address."""

    OPEN = "open"
    OVERDUE = "overdue"
    RED = "red"
    SUPPORT = "support"  # an answer is waited for
    DONE = "done"  # to be confirmed
    CONFIRMED = "confirmed"
    DROPPED = "dropped"


SHOW_WORDS: dict[Show, str] = {
    Show.OPEN: "Open",
    Show.OVERDUE: "Overdue",
    Show.RED: "Red",
    Show.SUPPORT: "Asking for support",
    Show.DONE: "Done, to be confirmed",
    Show.CONFIRMED: "Done and confirmed",
    Show.DROPPED: "Dropped",
}
