"""Writes tables into an Excel workbook, a sheet a table. Text is always text, never a formula or a link."""

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction
from itertools import zip_longest
from typing import Any

import xlsxwriter

from section11.lib.clock import LONDON
from section11.reports.content.readable import pieces, readable
from section11.reports.content.table import Kind, Table, Value

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
LONGEST_CELL = 16_000  # Excel's 32,767 count emoji twice
LONGEST_NAME = 31
HEAD_ROW = 3
OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


@dataclass(frozen=True, slots=True)
class Formats:
    """How cells look."""

    title: Any
    note: Any
    head: Any
    by_kind: dict[Kind, Any]


def xlsx_of(title: str, tables: Sequence[Table]) -> bytes:
    """The workbook of these tables; `title` is the document's own."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, OPTIONS)
    book.set_properties({"title": readable(title)[:250], "category": "Safeguarding self-assessment"})
    plain = {"valign": "top", "text_wrap": True}
    formats = Formats(
        title=book.add_format({"bold": True, "font_size": 14}),
        note=book.add_format({"font_color": "#505a5f"}),
        head=book.add_format({**plain, "bold": True, "bg_color": "#17505c", "font_color": "#ffffff", "border": 1}),
        by_kind={
            Kind.TEXT: book.add_format(plain),
            Kind.NUMBER: book.add_format({"valign": "top", "num_format": "#,##0"}),
            Kind.SHARE: book.add_format({"valign": "top", "num_format": "0%"}),
            Kind.DAY: book.add_format({"valign": "top", "num_format": "d mmmm yyyy", "align": "left"}),
            Kind.MOMENT: book.add_format({"valign": "top", "num_format": "d mmmm yyyy hh:mm", "align": "left"}),
        },
    )
    for table, name in zip(tables, sheet_names([table.name for table in tables]), strict=True):
        _sheet(book.add_worksheet(name), table, formats)
    book.close()
    return made.getvalue()


def sheet_names(wanted: Sequence[str]) -> list[str]:
    """Names that Excel takes: short, without brackets and slashes, each once whatever its case."""
    found: list[str] = []
    for name in wanted:
        short = " ".join(_NOT_IN_NAMES.sub(" ", readable(name)).split())[:LONGEST_NAME].strip() or "Sheet"
        number, free = 1, short
        while free.casefold() in {one.casefold() for one in found}:
            number += 1
            free = f"{short[: LONGEST_NAME - len(str(number)) - 1]} {number}"
        found.append(free)
    return found


def _sheet(sheet: Any, table: Table, formats: Formats) -> None:
    sheet.write_string(0, 0, readable(table.title), formats.title)
    if table.note:
        sheet.write_string(1, 0, readable(table.note), formats.note)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, column.width)
        sheet.write_string(HEAD_ROW, place, readable(column.name), formats.head)
    line = HEAD_ROW
    for row in table.rows:
        for cells in _lines(row, table.keys):
            line += 1
            for place, (column, value) in enumerate(zip(table.columns, cells, strict=True)):
                _cell(sheet, line, place, value, formats.by_kind[column.kind])
    sheet.freeze_panes(HEAD_ROW + 1, min(table.keys, 2))
    if line > HEAD_ROW:
        sheet.autofilter(HEAD_ROW, 0, line, len(table.columns) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)  # A4
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(HEAD_ROW)
    sheet.set_footer("&L&A&RPage &P of &N")


def _lines(row: Sequence[Value], keys: int) -> list[list[Value]]:
    """One line a row, its texts fit for cells; a text too long for a cell goes on in the lines below, which name what they belong to."""
    split = [pieces(value, LONGEST_CELL) if isinstance(value, str) else [value] for value in row]
    lines = [list(line) for line in zip_longest(*split)]
    for more in lines[1:]:
        more[:keys] = [f"{first} (continued)" if place == 0 else first for place, first in enumerate(lines[0][:keys])]
    return lines


def _cell(sheet: Any, line: int, place: int, value: Value, look: Any) -> None:
    if value is None or value == "":
        sheet.write_blank(line, place, None, look)
    elif isinstance(value, str):
        sheet.write_string(line, place, value, look)
    elif isinstance(value, datetime):
        sheet.write_datetime(line, place, value.astimezone(LONDON).replace(tzinfo=None), look)
    elif isinstance(value, date):
        sheet.write_datetime(line, place, value, look)
    elif isinstance(value, Fraction):
        sheet.write_number(line, place, float(value), look)
    else:
        sheet.write_number(line, place, value, look)
