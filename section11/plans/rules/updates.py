"""What is said about an action under way, and what must be said. Pure."""

from dataclasses import dataclass
from datetime import date

from section11.lib.words import clean_text
from section11.plans.rules.action_text import FAR, LONGEST_TEXT
from section11.plans.vocabulary import Rag


@dataclass(frozen=True, slots=True)
class ProgressText:
    """How an action is going, and by when it will be done; `reason`: why that date is another one than before."""

    progress: str = ""
    rag: str = ""
    due: date | None = None
    reason: str = ""

    def cleaned(self) -> "ProgressText":
        """The same as it is kept."""
        return ProgressText(clean_text(self.progress), self.rag, self.due, clean_text(self.reason))

    def as_words(self) -> dict[str, str]:
        """What was typed, for showing it again."""
        return {"progress": self.progress, "rag": self.rag, "due": self.due.isoformat() if self.due else "", "reason": self.reason}


@dataclass(frozen=True, slots=True)
class DoneText:
    """What was done, and who was better off."""

    what: str = ""
    better_off: str = ""

    def cleaned(self) -> "DoneText":
        """The same as it is kept."""
        return DoneText(clean_text(self.what), clean_text(self.better_off))

    @property
    def note(self) -> str:
        """Both as one text."""
        return f"{self.what}\n\nWho was better off: {self.better_off}"


def problems_of_progress(text: ProgressText, *, today: date, due_before: date | None) -> dict[str, str]:
    """What is wrong with an update, by field. A date that stays may lie in the past; a new one may not, and wants a reason."""
    problems = {}
    if len(text.progress) > LONGEST_TEXT:
        problems["progress"] = f"Shorten this to {LONGEST_TEXT:,} characters or fewer"
    if text.rag not in set(Rag):
        problems["rag"] = "Choose red, amber or green"
    if due_before and text.due is None:
        problems["due"] = "Enter the date by when it will be done"
    elif text.due and text.due != due_before:
        if text.due < today:
            problems["due"] = "Enter a date that is today or later"
        elif (text.due - today).days > FAR:
            problems["due"] = "Check the year: this date is more than 20 years away"
        if due_before:
            problems |= problems_of_text("reason", text.reason, missing="Say why the date has changed")
    return problems


def problems_of_done(text: DoneText) -> dict[str, str]:
    """What is wrong with what is said of an action that is done, by field."""
    return problems_of_text("what", text.what, missing="Say what was done") | problems_of_text(
        "better_off", text.better_off, missing="Say who was better off, and how you know"
    )


def problems_of_text(field: str, text: str, *, missing: str) -> dict[str, str]:
    """What is wrong with one text that must be there."""
    if not text:
        return {field: missing}
    return {field: f"Shorten this to {LONGEST_TEXT:,} characters or fewer"} if len(text) > LONGEST_TEXT else {}
