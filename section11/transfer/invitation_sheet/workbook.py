"""Reads an XLSX workbook without trusting it."""

import io
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import iterparse

from section11.lib.errors import Refused
from section11.transfer.invitation_sheet.columns import MOST_ROWS
from section11.transfer.invitation_sheet.file_kind import UNSAFE, opened
from section11.transfer.invitation_sheet.table import Cell, Line, tidy_cell

SHEET = "invitations"  # read if there is a sheet of this name, else the first one
MOST_COLUMNS = 50
LAST_ROW = 20_000  # blank rows between filled ones are skipped, but not for ever
FORMULA = "Holds a formula. Type what it should say instead"
BROKEN = "Holds an error of the spreadsheet, like #REF!. Type what it should say"
MERGED = "These cells are merged ({cells}). Unmerge them and fill in every row"
FAR_DOWN = f"Something stands below row {LAST_ROW:,}. Take out the blank rows above it"


@dataclass(slots=True)
class Scan:
    """What one part of a workbook tells besides its cells."""

    merged: list[str] = field(default_factory=list)  # ranges, `A2:A4`
    far_down: bool = False


def read_workbook(data: bytes) -> tuple[list[Line], Scan]:
    """The lines of the sheet that say anything, and what else is to be known of it."""
    with opened(data) as packed:
        scans = {name: _scan(packed, name) for name in packed.namelist() if name.endswith((".xml", ".rels", ".vml"))}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of what it does not read: lists to choose from, odd styles
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
            try:
                sheet = _sheet(book)
                return list(_lines(sheet)), scans.get(sheet._worksheet_path.lstrip("/"), Scan())
            finally:
                book.close()
    except Exception as broken:  # it fails in many ways on a workbook that is not sound
        raise Refused({"file": UNSAFE}) from broken


def _sheet(book: Any) -> Any:
    sheets = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or book.worksheets
    return next((sheet for sheet in sheets if sheet.title.strip().lower() == SHEET), sheets[0])


def _scan(packed: zipfile.ZipFile, name: str) -> Scan:
    """Parse one part with every trick of XML forbidden."""
    scan, filled, row = Scan(), False, 0
    try:
        with packed.open(name) as part:
            for _, element in iterparse(part, forbid_dtd=True, forbid_entities=True, forbid_external=True):
                kind = element.tag.rpartition("}")[2]
                if kind == "mergeCell":
                    scan.merged.append(str(element.get("ref", "")))
                elif kind in ("v", "is", "f"):
                    filled = True
                elif kind == "row":
                    row = int(element.get("r", row + 1))
                    scan.far_down = scan.far_down or (filled and row > LAST_ROW)
                    filled = False
                element.clear()
    except (DefusedXmlException, ParseError, LookupError, ValueError):
        raise Refused({"file": UNSAFE}) from None
    return scan


def _lines(sheet: Any) -> Iterator[Line]:
    """The rows that say anything, down to one more than are taken besides the headings."""
    sheet.reset_dimensions()
    said = 0
    for number, cells in enumerate(sheet.iter_rows(max_col=MOST_COLUMNS, max_row=LAST_ROW), 1):
        if all(cell.value is None for cell in cells):
            continue
        line = Line(number, _without_last_blanks([_cell(cell) for cell in cells]))
        if line.is_empty:
            continue
        yield line
        said += 1
        if said > MOST_ROWS + 1:
            return


def _without_last_blanks(cells: list[Cell]) -> list[Cell]:
    while cells and cells[-1] == Cell():
        cells.pop()
    return cells


def _cell(cell: Any) -> Cell:
    value = cell.value
    if cell.data_type == "f":
        return Cell(str(value) if isinstance(value, str) else "=", FORMULA)
    if cell.data_type == "e":
        return Cell(str(value), BROKEN)
    return Cell(_text(value))


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return tidy_cell(str(value))
