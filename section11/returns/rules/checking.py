"""What is missing from a return before it can be signed off. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from section11.standards.vocabulary import LevelClass


class Gap(StrEnum):
    """What a statement still needs."""

    LEVEL = "level"
    CONFIRM = "confirm"
    REASON = "reason"
    ACTION = "action"


GAP_WORDS: dict[Gap, str] = {
    Gap.LEVEL: "Choose a level",
    Gap.CONFIRM: "Carried from last time: confirm that it still holds, or change it",
    Gap.REASON: "Say why this level fits",
    Gap.ACTION: "Add an action with what, who and by when, or say why none is needed",
}


@dataclass(frozen=True, slots=True)
class Rated:
    """What the rules need to know of one asked statement and its answer."""

    standard_ref: str
    statement_ref: str
    level_class: LevelClass | None  # None: unanswered
    needs_reason: bool
    needs_action: bool
    has_reason: bool
    has_no_action_reason: bool
    has_action: bool  # one with what, who and by when, or that asks for help
    is_marked: bool  # its whole standard is not applicable
    is_carried: bool = False  # last time's, not yet confirmed
    is_optional: bool = False  # of a review: never rated before, and left alone


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to mend before sign-off, by name: of a statement, or of the narrative to a prompt (then its ref is empty)."""

    standard_ref: str
    statement_ref: str
    gap: Gap
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class StandardProgress:
    """How far one standard has come. Units: statements."""

    ref: str
    asked: int
    answered: int
    gaps: int  # of answered statements: reasons and actions still to give
    is_marked: bool
    to_confirm: int = 0  # carried from last time

    @property
    def words(self) -> str:
        """As the task list says it."""
        if self.is_marked:
            return "Not applicable"
        if self.asked == 0:
            return "Not asked last time"
        if self.answered == 0 and self.to_confirm:
            others = self.asked - self.to_confirm
            return f"{self.to_confirm} to confirm" + (f", {others} to answer" if others else "")
        if self.answered == 0:
            return "Not started"
        if self.answered < self.asked:
            return f"{self.answered} of {self.asked} answered"
        return "Needs attention" if self.gaps else "Complete"

    @property
    def is_done(self) -> bool:
        """Whether nothing is left to do in it."""
        return self.is_marked or (self.answered == self.asked and self.gaps == 0)


def is_answered(rated: Rated) -> bool:
    """A statement has an answer when a level is chosen and, if it is last time's, confirmed; or its standard is not applicable."""
    return rated.is_marked or (rated.level_class is not None and not rated.is_carried)


def gaps_of(rated: Rated) -> list[Gap]:
    """What one statement still needs."""
    if rated.is_marked:
        return []
    if rated.level_class is None:
        return [] if rated.is_optional else [Gap.LEVEL]
    gaps = [Gap.CONFIRM] if rated.is_carried else []
    if rated.needs_reason and not rated.has_reason:
        gaps.append(Gap.REASON)
    if rated.needs_action and not (rated.has_action or rated.has_no_action_reason):
        gaps.append(Gap.ACTION)
    return gaps


def missing(statements: Iterable[Rated]) -> list[Missing]:
    """Everything that sign-off asks for and is not there, in the order of the statements."""
    return [Missing(r.standard_ref, r.statement_ref, gap) for r in statements for gap in gaps_of(r)]


def what_to_do(found: Iterable[Missing]) -> dict[str, str]:
    """Everything that each statement still needs, in words, by its ref; a narrative by its standard's ref and prompt."""
    told: dict[str, list[str]] = {}
    for one in found:
        told.setdefault(one.statement_ref or f"{one.standard_ref} {one.prompt}", []).append(GAP_WORDS[one.gap])
    return {ref: ". ".join(words) for ref, words in told.items()}


def progress_of(ref: str, statements: Sequence[Rated]) -> StandardProgress:
    """How far the standard of these statements has come."""
    asked = [r for r in statements if not r.is_optional]
    return StandardProgress(
        ref=ref,
        asked=len(asked),
        answered=sum(is_answered(r) for r in asked),
        gaps=sum(len(gaps_of(r)) for r in asked if is_answered(r)),
        is_marked=bool(statements) and all(r.is_marked for r in statements),
        to_confirm=sum(r.is_carried and not r.is_marked for r in asked),
    )
