"""What makes an action whole. Pure."""

from dataclasses import dataclass, replace
from datetime import date

from section11.lib.words import clean_text
from section11.plans.vocabulary import Rag

LONGEST_TEXT = 5_000
FAR = 20 * 366  # days ahead beyond which a date is taken for a slip of the hand


@dataclass(frozen=True, slots=True)
class ActionText:
    """What a person wrote about an action."""

    what: str = ""
    how: str = ""
    who: str = ""
    due: date | None = None
    progress: str = ""
    rag: str = ""
    wants_help: bool = False


def cleaned(text: ActionText) -> ActionText:
    """The same without outer blanks and null characters, and with line ends as one character."""
    return replace(text, what=clean_text(text.what), how=clean_text(text.how), who=clean_text(text.who), progress=clean_text(text.progress))


def is_complete(text: ActionText) -> bool:
    """Whether it says what, who and by when."""
    return bool(text.what.strip() and text.who.strip() and text.due)


def parts_missing(what: str, who: str, due: date | None) -> tuple[str, ...]:
    """Which of what, who and by when an action does not say."""
    said = {"what": bool(what.strip()), "who": bool(who.strip()), "by when": due is not None}
    return tuple(name for name, there in said.items() if not there)


def answers_level(text: ActionText) -> bool:
    """Whether it is enough for a level that asks for an action: complete, or a wish for the partnership's help."""
    return is_complete(text) or text.wants_help


def problems_of(text: ActionText, *, today: date, due_before: date | None = None) -> dict[str, str]:
    """What is wrong with it, by field. `due_before` is the date it had: an old date may stay."""
    problems = {}
    if not text.what.strip() and not text.wants_help:
        problems["what"] = "Say what you will do, or tick that you would like help"
    for name in ("what", "how", "progress"):
        if len(getattr(text, name)) > LONGEST_TEXT:
            problems[name] = f"Shorten this to {LONGEST_TEXT:,} characters or fewer"
    if len(text.who) > 200:
        problems["who"] = "Shorten who leads to 200 characters or fewer"
    if text.due and text.due != due_before:
        if text.due < today:
            problems["due"] = "Enter a date that is today or later"
        elif (text.due - today).days > FAR:
            problems["due"] = "Check the year: this date is more than 20 years away"
    if text.rag not in set(Rag):
        problems["rag"] = "Choose red, amber or green"
    return problems
