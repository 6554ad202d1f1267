"""What may be typed about a panel, its times and their outcomes. Says everything that is wrong at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, time

from section11.challenge.rules.typing import LONGEST, without_empty
from section11.challenge.vocabulary import SlotOutcome
from section11.lib.dates import day_words

LONGEST_TITLE, LONGEST_WHERE = 200, 300
OUTCOMES = tuple(one for one in SlotOutcome if one != SlotOutcome.NOT_SET)


@dataclass(frozen=True, slots=True)
class PanelText:
    """A panel as typed; `members` are the ids of persons."""

    title: str
    held_on: date | None
    where: str = ""
    members: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class SlotText:
    """A return's time as typed. `enquiry` None: the lines of enquiry stay as they are."""

    starts: time | None
    minutes: int | None
    enquiry: str | None = ""
    shows_enquiry: bool = False


def panel_problems(text: PanelText, may_sit: Collection[int]) -> dict[str, str]:
    """What is wrong with a panel. `may_sit`: the officers, reviewers and scrutineers there are."""
    return without_empty(
        {
            "title": _line_problem(text.title, LONGEST_TITLE, "Enter what this panel is called, like Panel of the schools"),
            "held_on": "" if text.held_on else "Enter the day of the panel, like 31 3 2027",
            "where": _line_problem(text.where or "-", LONGEST_WHERE, ""),
            "members": "" if text.members <= set(may_sit) else "Choose members from the list: who has left can no longer sit on a panel",
        }
    )


def _line_problem(text: str, longest: int, missing: str) -> str:
    if not text:
        return missing
    return "" if len(text) <= longest else f"Shorten this to {longest} characters or fewer"


def enquiry_problem(enquiry: str | None) -> str:
    """What is wrong with lines of enquiry."""
    return "" if len(enquiry or "") <= LONGEST else f"Shorten this to {LONGEST:,} characters or fewer"


def outcome_problems(outcome: str, note: str) -> dict[str, str]:
    """What is wrong with an outcome and its note."""
    problems = {"outcome": "" if outcome in OUTCOMES else "Choose what the panel made of this return"}
    if outcome == SlotOutcome.MORE_NEEDED and not note:
        problems["note"] = "Say what is needed. It goes into the draft of the letter"
    elif len(note) > LONGEST:
        problems["note"] = f"Shorten this to {LONGEST:,} characters or fewer"
    return without_empty(problems)


def too_early(held_on: date, today: date) -> str:
    """What to do when the day has not come; empty when it has."""
    return f"This panel is on {day_words(held_on)}. Outcomes can be entered from that day on" if today < held_on else ""
