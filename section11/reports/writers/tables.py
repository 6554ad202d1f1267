"""Tables as files: XLSX and CSV whose cells can never be read as formulas."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

import xlsxwriter

Value = str | int | float | date | None
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
WIDEST = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table: its name, headings and rows."""

    name: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Value]]


def workbook(sheets: Sequence[Sheet], *, title: str) -> bytes:
    """An XLSX with a sheet for each table; text is written as text, numbers as numbers, days as days."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(
        made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties({"title": title})
    bold, day = book.add_format({"bold": True}), book.add_format({"num_format": "d mmmm yyyy", "align": "left"})
    for sheet in sheets:
        page = book.add_worksheet(sheet.name[:31])
        for place, heading in enumerate(sheet.headings):
            page.write_string(0, place, heading, bold)
            page.set_column(place, place, _width(sheet, place))
        for number, row in enumerate(sheet.rows, 1):
            for place, value in enumerate(row):
                if isinstance(value, date):
                    page.write_datetime(number, place, datetime.combine(value, time.min), day)
                elif isinstance(value, int | float):
                    page.write_number(number, place, value)
                elif value:
                    page.write_string(number, place, value)
        page.freeze_panes(1, 0)
        if sheet.rows:
            page.autofilter(0, 0, len(sheet.rows), len(sheet.headings) - 1)
    book.close()
    return made.getvalue()


def delimited(sheet: Sheet) -> bytes:
    """One table as CSV, marked as UTF-8 so that Excel reads it right. What begins like a formula gets an apostrophe before it."""
    made = io.StringIO(newline="")
    writer = csv.writer(made)
    writer.writerow(sheet.headings)
    writer.writerows([_plain(value) for value in row] for row in sheet.rows)
    return made.getvalue().encode("utf-8-sig")


def _plain(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return str(value)
    return f"'{value}" if value.startswith(FORMULA_STARTS) else value


def _width(sheet: Sheet, place: int) -> int:
    texts = [sheet.headings[place], *(_plain(row[place]) for row in sheet.rows[:200])]
    return min(WIDEST, 2 + max(map(len, texts)))
