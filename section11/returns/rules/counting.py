"""Which answers of a draft count: what the counters of an invitation are made of. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypedDict

from section11.standards.vocabulary import Form


@dataclass(frozen=True, slots=True)
class Counted:
    """What the counters need to know of one answer."""

    has_level: bool
    is_carried: bool  # last time's, not yet confirmed
    has_last: bool  # began with last time's level


def is_asked(form: str, answer: Counted) -> bool:
    """Whether the return is asked this statement. A review leaves out what was never rated before and is left alone."""
    return form != Form.REVIEW or answer.has_level or answer.has_last or answer.is_carried


def is_answered(form: str, answer: Counted, *, is_marked: bool) -> bool:
    """Whether an asked statement is answered: a level that is not just carried, or a standard that is not applicable."""
    return is_asked(form, answer) and (is_marked or (answer.has_level and not answer.is_carried))


class Moved(TypedDict):
    """By how many the counters change."""

    asked: int
    answered: int


def counters_moved(form: str, was: Counted, now: Counted, *, is_marked: bool) -> Moved:
    """What a change of one answer does to the counters of its invitation."""
    return Moved(
        asked=is_asked(form, now) - is_asked(form, was),
        answered=is_answered(form, now, is_marked=is_marked) - is_answered(form, was, is_marked=is_marked),
    )


def moved_by_mark(form: str, answers: Iterable[Counted]) -> int:
    """How many more statements are answered when their whole standard becomes not applicable."""
    return sum(is_answered(form, a, is_marked=True) - is_answered(form, a, is_marked=False) for a in answers)
