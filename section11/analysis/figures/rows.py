"""The rows behind a number. Pure: which returns a figure counts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from section11.analysis.dataset import Approached, BandInfo
from section11.analysis.figures.shares import Share


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a number counts; empty = whatever. `level` with a `statement` or `standard` (or neither: any); `-` = unanswered."""

    sector: str = ""
    form: str = ""
    band: str = ""
    answered: str = ""  # yes, no
    statement: str = ""
    standard: str = ""
    level: str = ""
    level_class: str = ""  # applicable: everything answered but not applicable
    flag: str = ""  # must-meet, no-action, follow-up

    @property
    def needs_answers(self) -> bool:
        """Whether single answers decide."""
        return bool(self.statement or self.standard or self.level or self.level_class)


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One return behind a number. `statements`: refs that made it count, where answers decide."""

    row: Approached
    sector_label: str
    met: Share
    band: BandInfo | None
    statements: Sequence[str]
    own: str = ""  # where one statement is wanted: the labels of its self-rating and of the agreed level
    agreed: str = ""
    is_lapsed: bool = False


def is_counted(row: FigureRow, wanted: Wanted, flagged: Mapping[int, Sequence[str]]) -> bool:
    """Whether a return belongs to what is wanted (answers and flags are decided by what was found for them)."""
    if wanted.sector and row.row.sector != wanted.sector:
        return False
    if wanted.form and row.row.form != wanted.form:
        return False
    if wanted.answered and bool(row.row.reference) != (wanted.answered == "yes"):
        return False
    if wanted.band and (row.band is None or row.band.key != wanted.band):
        return False
    if wanted.flag == "follow-up":
        return row.band is not None and row.band.follow_up
    if wanted.flag or wanted.needs_answers:
        return row.row.invitation_id in flagged
    return True
