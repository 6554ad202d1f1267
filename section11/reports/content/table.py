"""A table as a document of any kind holds it: named columns, and rows of plain values. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from fractions import Fraction


class Kind(StrEnum):
    """How a column's values are shown."""

    TEXT = "text"
    NUMBER = "number"
    SHARE = "share"  # a fraction from 0 to 1, shown as a percentage
    DAY = "day"
    MOMENT = "moment"


Value = str | int | Fraction | date | datetime | None  # None: nothing to say, shown empty


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, how its values are shown, and how wide it is in characters."""

    name: str
    kind: Kind = Kind.TEXT
    width: int = 14


@dataclass(frozen=True, slots=True)
class Table:
    """A table. Its first `keys` columns say what a row is about; the others say what is known of it."""

    name: str  # short: the name of its sheet
    title: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Value]]
    keys: int = 1
    note: str = ""  # what the numbers mean


def facts_table(title: str, facts: Sequence[tuple[str, str]], *, note: str = "") -> Table:
    """What one wants to know first: names and values."""
    return Table("About", title, (Column("What", width=30), Column("Value", width=80)), facts, note=note)
