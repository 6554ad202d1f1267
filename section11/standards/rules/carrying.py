"""Which level of one scale says what a level of another said. Pure."""

from collections.abc import Sequence

from section11.standards.rules.content import LevelContent
from section11.standards.vocabulary import LevelClass


def same_level(key: str, level_class: LevelClass, scale: Sequence[LevelContent]) -> LevelContent | None:
    """The level of `scale` with that key and class, else the only one of that class; None where it has to be chosen anew."""
    alike = [level for level in scale if level.level_class is level_class]
    named = [level for level in alike if level.key == key]
    return named[0] if named else alike[0] if len(alike) == 1 else None
