"""What is missing from a return before it can be signed off. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from section11.standards.vocabulary import LevelClass


class Gap(StrEnum):
    """What a statement still needs."""

    LEVEL = "level"
    REASON = "reason"
    ACTION = "action"


GAP_WORDS: dict[Gap, str] = {
    Gap.LEVEL: "Choose a level",
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


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing to mend before sign-off, by name."""

    standard_ref: str
    statement_ref: str
    gap: Gap


@dataclass(frozen=True, slots=True)
class StandardProgress:
    """How far one standard has come. Units: statements."""

    ref: str
    asked: int
    answered: int
    gaps: int  # of answered statements: reasons and actions still to give
    is_marked: bool

    @property
    def words(self) -> str:
        """As the task list says it."""
        if self.is_marked:
            return "Not applicable"
        if self.answered == 0:
            return "Not started"
        if self.answered < self.asked:
            return f"{self.answered} of {self.asked} answered"
        return "Needs attention" if self.gaps else "Complete"


def is_answered(rated: Rated) -> bool:
    """A statement has an answer when a level is chosen or its standard is not applicable."""
    return rated.is_marked or rated.level_class is not None


def gaps_of(rated: Rated) -> list[Gap]:
    """What one statement still needs."""
    if rated.is_marked:
        return []
    if rated.level_class is None:
        return [Gap.LEVEL]
    gaps = []
    if rated.needs_reason and not rated.has_reason:
        gaps.append(Gap.REASON)
    if rated.needs_action and not (rated.has_action or rated.has_no_action_reason):
        gaps.append(Gap.ACTION)
    return gaps


def missing(statements: Iterable[Rated]) -> list[Missing]:
    """Everything that sign-off asks for and is not there, in the order of the statements."""
    return [Missing(r.standard_ref, r.statement_ref, gap) for r in statements for gap in gaps_of(r)]


def what_to_do(found: Iterable[Missing]) -> dict[str, str]:
    """Everything that each statement still needs, in words, by its ref."""
    told: dict[str, list[str]] = {}
    for one in found:
        told.setdefault(one.statement_ref, []).append(GAP_WORDS[one.gap])
    return {ref: ". ".join(words) for ref, words in told.items()}


def progress_of(ref: str, statements: Sequence[Rated]) -> StandardProgress:
    """How far the standard of these statements has come."""
    return StandardProgress(
        ref=ref,
        asked=len(statements),
        answered=sum(is_answered(r) for r in statements),
        gaps=sum(len(gaps_of(r)) for r in statements if is_answered(r)),
        is_marked=bool(statements) and all(r.is_marked for r in statements),
    )
