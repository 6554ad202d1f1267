"""Reads delimited text: CSV as Excel and others write it."""

import csv
import io

from section11.lib.errors import Refused
from section11.transfer.invitation_sheet.columns import COLUMNS, heading_of
from section11.transfer.invitation_sheet.file_kind import ODD_BYTES, UTF_16
from section11.transfer.invitation_sheet.table import Cell, Line, tidy_cell

DELIMITERS = (",", ";", "\t")
NOT_TEXT = "This file's letters could not be read. Save it as CSV UTF-8, or as an Excel workbook (.xlsx), and choose that"
BROKEN = "This CSV file breaks off or is not well formed near row {row}. Save it again from your spreadsheet and choose that"

ODD = frozenset(ODD_BYTES.decode("ascii"))  # control characters, which no cell may hold


def read_delimited(data: bytes) -> list[Line]:
    """The lines of the file, each with its number as a spreadsheet would show it."""
    text = _decoded(data)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    lines: list[Line] = []
    try:
        for number, cells in enumerate(reader, 1):
            lines.append(Line(number, [Cell(tidy_cell(cell)) for cell in cells]))
    except csv.Error:
        raise Refused({"file": BROKEN.format(row=len(lines) + 1)}) from None
    return lines


def _decoded(data: bytes) -> str:
    for encoding in ("utf-16",) if data.startswith(UTF_16) else ("utf-8-sig", "cp1252"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not ODD.intersection(text):
            return text
    raise Refused({"file": NOT_TEXT})


def _delimiter(text: str) -> str:
    """The one that makes the most known headings of the first line that says anything."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    known = {d: sum(heading_of(part.strip(' "')) in COLUMNS for part in first.split(d)) for d in DELIMITERS}
    return max(DELIMITERS, key=lambda d: known[d])
