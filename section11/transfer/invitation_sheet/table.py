"""A sheet as a table of texts, whatever file it came from."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from section11.lib.words import listed
from section11.transfer.invitation_sheet.columns import COLUMNS, LONGEST_CELL, MOST_ROWS, REQUIRED, heading_of

FORMULA_STARTS = ("=", "+", "-", "@")
_BLANKS = re.compile(r"[ \t\xa0]+")


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong in the file: where, and what to do. Row 0 is the file as a whole."""

    row: int
    column: str
    reason: str
    found: str = ""

    def as_dict(self) -> dict[str, str | int]:
        """As it is kept in the database."""
        return {"row": self.row, "column": self.column, "reason": self.reason, "found": self.found[:200]}


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of one cell. `fault` says why it cannot be taken as it is, whatever the column."""

    text: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One row of the file with its number as a spreadsheet shows it."""

    number: int
    cells: Sequence[Cell]

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands in it."""
        return not any(cell.text or cell.fault for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Row:
    """One invitation as texts, by column."""

    number: int
    texts: Mapping[str, str]


@dataclass(slots=True)
class Table:
    """What was read: the rows, and all that is wrong with the file so far."""

    rows: list[Row] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    @property
    def faulty(self) -> set[tuple[int, str]]:
        """The cells that something is wrong with, by row and column."""
        return {(problem.row, problem.column) for problem in self.problems}


def tidy_cell(text: str) -> str:
    """Without blanks at the ends, and with single ones between."""
    return _BLANKS.sub(" ", text).strip()


def table_of(lines: Iterable[Line]) -> Table:
    """The rows under the first line that says anything, which holds the headings."""
    table = Table()
    said = (line for line in lines if not line.is_empty)
    first = next(said, None)
    if first is None:
        table.problems.append(Problem(0, "", "This file holds nothing. Fill in the template and choose it again"))
        return table
    places = _headings(first, table.problems)
    if not places:
        return table
    for count, line in enumerate(said, 1):
        if count > MOST_ROWS:
            table.problems.append(
                Problem(line.number, "", f"A file may hold {MOST_ROWS:,} rows. Put this row and those below it in another file")
            )
            break
        table.rows.append(_row(line, places, first, table.problems))
    if not table.rows:
        table.problems.append(Problem(0, "", "There are headings, but no rows under them. Add a row for each invitation"))
    return table


def _headings(line: Line, problems: list[Problem]) -> dict[str, int]:
    """Column -> its place. Nothing when the headings are so wrong that the rows cannot be understood."""
    places: dict[str, int] = {}
    named = [heading_of(cell.text) for cell in line.cells]
    known = [name for name in named if name in COLUMNS]
    if not known:
        wanted = listed(REQUIRED)
        problems.append(Problem(line.number, "", f"The first row must hold the headings {wanted}. Start from the template"))
        return {}
    for place, name in enumerate(named):
        if not name:
            continue
        if name not in COLUMNS:
            reason = f"There is no column of this name. Take it out, or use one of: {', '.join(COLUMNS)}"
            problems.append(Problem(line.number, line.cells[place].text[:40], reason))
        elif name in places:
            problems.append(Problem(line.number, name, "This heading is there twice. Keep one of the two columns"))
        else:
            places[name] = place
    for name in REQUIRED:
        if name not in places:
            problems.append(Problem(line.number, name, "This column is missing. Add it, with its heading in the first row"))
    return places


def _row(line: Line, places: Mapping[str, int], headings: Line, problems: list[Problem]) -> Row:
    texts: dict[str, str] = {}
    for column, place in places.items():
        cell = line.cells[place] if place < len(line.cells) else Cell()
        if reason := cell.fault or _text_fault(cell.text):
            problems.append(Problem(line.number, column, reason, cell.text))
        texts[column] = cell.text
    for place, cell in enumerate(line.cells):
        if cell.text and (place >= len(headings.cells) or not headings.cells[place].text):
            problems.append(Problem(line.number, "", "This stands in a column without a heading. Give it one or take it out", cell.text))
    return Row(line.number, texts)


def _text_fault(text: str) -> str:
    if text.startswith(FORMULA_STARTS):
        return "Begins with =, +, - or @ like a formula. Take that sign out"
    if len(text) > LONGEST_CELL:
        return f"Is too long. Keep it to {LONGEST_CELL:,} characters"
    if any(not c.isprintable() for c in text):
        return "Holds a line break or a sign that cannot be printed. Type it again on one line"
    return ""
