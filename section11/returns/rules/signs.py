"""What a reader wants to know of a submission before reading it: what changed since the return before. Pure."""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Told:
    """What one submission says: levels by statement key, texts by what they answer, and who sent it (a reference, and in words)."""

    levels: Mapping[str, str] = field(default_factory=dict)
    texts: Mapping[Hashable, str] = field(default_factory=dict)
    with_evidence: int = 0
    by_ref: str = ""
    by: str = ""


@dataclass(frozen=True, slots=True)
class Signs:
    """The counts that are kept with a submission."""

    with_evidence: int
    texts: int
    texts_unchanged: int
    levels_changed: int
    new_lead: bool


def signs_of(now: Told, before: Told | None) -> Signs:
    """What changed since the submission before; nothing has when there is none to compare with."""
    texts = {what: plain(text) for what, text in now.texts.items() if plain(text)}
    same = changed = 0
    if before is not None:
        same = sum(plain(before.texts.get(what, "")) == text for what, text in texts.items())
        changed = sum(before.levels.get(key, level) != level for key, level in now.levels.items())
    return Signs(now.with_evidence, len(texts), same, changed, before is not None and is_somebody_else(now, before))


def is_somebody_else(now: Told, before: Told) -> bool:
    """Whether another person submitted; where one of the two came from a file, their names in words decide."""
    if now.by_ref and before.by_ref:
        return now.by_ref != before.by_ref
    return bool(now.by and before.by) and plain(now.by) != plain(before.by)


def plain(text: str) -> str:
    """A text without regard to spaces and case: a copy is a copy."""
    return " ".join(text.split()).casefold()
