"""What may be typed into a challenge, an answer, a reply, an outcome or an agreed level. Says everything that is wrong at once."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from section11.challenge.vocabulary import ChallengeKind, ChallengeOutcome

LONGEST = 5000
NEEDS_NOTE = (ChallengeOutcome.LEVEL_AGREED, ChallengeOutcome.NOT_SETTLED, ChallengeOutcome.RAISED_IN_ERROR)


@dataclass(frozen=True, slots=True)
class ChallengeText:
    """A challenge as typed. `level` is a key; `wanted_by` the day by which an answer or the evidence is wanted."""

    kind: str
    text: str
    level: str = ""
    wanted_by: date | None = None


@dataclass(frozen=True, slots=True)
class Subject:
    """What a challenge is about, as far as its rules ask: a statement or not, its self-rating, the levels there are."""

    is_statement: bool
    rated: str
    levels: Collection[str]


def without_empty(problems: dict[str, str]) -> dict[str, str]:
    """Only what is wrong."""
    return {name: text for name, text in problems.items() if text}


def text_problem(text: str, missing: str) -> str:
    """What is wrong with a text that must be there."""
    if not text:
        return missing
    return "" if len(text) <= LONGEST else f"Shorten this to {LONGEST:,} characters or fewer"


def day_problem(wanted_by: date | None, today: date) -> str:
    """What is wrong with a day on which something is wanted."""
    return "Enter a date that is today or later" if wanted_by and wanted_by < today else ""


def challenge_problems(typed: ChallengeText, subject: Subject, *, today: date) -> dict[str, str]:
    """What is wrong with a challenge."""
    problems = {
        "text": text_problem(typed.text, "Say what you want to know"),
        "wanted_by": day_problem(typed.wanted_by, today),
    }
    if typed.kind not in set(ChallengeKind):
        problems["kind"] = "Choose what kind of challenge this is"
    elif typed.kind == ChallengeKind.EVIDENCE and typed.wanted_by is None:
        problems["wanted_by"] = "Enter the date by which you want the evidence"
    elif typed.kind == ChallengeKind.LEVEL:
        problems["kind" if not subject.is_statement else "level"] = level_problem(typed.level, subject)
    return without_empty(problems)


def level_problem(level: str, subject: Subject) -> str:
    """What is wrong with a proposed level."""
    if not subject.is_statement:
        return "A level can be proposed for a statement only. Ask a question instead"
    if level not in subject.levels:
        return "Choose the level you propose"
    return "This is the organisation's own rating. Choose another level, or ask a question" if level == subject.rated else ""


def outcomes_for(*, on_statement: bool, was_amended: bool) -> tuple[ChallengeOutcome, ...]:
    """How a challenge may end: levels are of statements, and a return was amended only if a later submission came in."""
    found = [ChallengeOutcome.LEVEL_STANDS, ChallengeOutcome.LEVEL_AGREED] if on_statement else []
    found.append(ChallengeOutcome.EVIDENCE_SEEN)
    if was_amended:
        found.append(ChallengeOutcome.AMENDED)
    return (*found, ChallengeOutcome.ACTION_PLANNED, ChallengeOutcome.NOT_SETTLED, ChallengeOutcome.RAISED_IN_ERROR)


def outcome_problems(outcome: str, note: str, allowed: Collection[str]) -> dict[str, str]:
    """What is wrong with an outcome and its note."""
    problems = {"outcome": "" if outcome in allowed else "Choose how this challenge ends"}
    if outcome in NEEDS_NOTE or note:
        problems["note"] = text_problem(note, "Say why, for the organisation to read")
    return without_empty(problems)
