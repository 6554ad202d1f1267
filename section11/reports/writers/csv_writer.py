"""Writes tables as CSV that a double click opens rightly in Excel, and in which no cell is a formula."""

import csv
import io
from collections.abc import Sequence
from datetime import date, datetime
from fractions import Fraction

from section11.lib.clock import LONDON
from section11.reports.content.readable import readable
from section11.reports.content.table import Table, Value

CONTENT_TYPE = "text/csv; charset=utf-8"
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")  # the last four: full width


def csv_of_table(table: Table) -> bytes:
    """One table, its heads in the first line."""
    return _written([[column.name for column in table.columns], *table.rows])


def csv_of_tables(tables: Sequence[Table]) -> bytes:
    """All tables as one long one: Table, Row, Measure, Value; a line a figure.

    Tables one below the other would look nicer, but nothing could filter, pivot or load them; files in a zip do not open
    by a double click. To read them as tables there is the workbook.
    """
    lines: list[Sequence[Value]] = [("Table", "Row", "Measure", "Value")]
    for table in tables:
        for row in table.rows:
            about = " · ".join(shown(value) for value in row[: table.keys] if value not in (None, ""))
            known = zip(table.columns[table.keys :], row[table.keys :], strict=True)
            lines += [(table.name, about, column.name, value) for column, value in known if value not in (None, "")]
            if len(table.columns) == table.keys:
                lines.append((table.name, about, "", None))
    return _written(lines)


def _written(rows: Sequence[Sequence[Value]]) -> bytes:
    made = io.StringIO(newline="")
    csv.writer(made).writerows([_safe(value) for value in row] for row in rows)
    return made.getvalue().encode("utf-8-sig")


def _safe(value: Value) -> str | int:
    """A cell; text that a spreadsheet would run gets an apostrophe in front."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = shown(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(STARTS_A_FORMULA) else text


def shown(value: Value) -> str:
    """A value as text: shares as decimals, days and moments as ISO has them, in London."""
    if value is None:
        return ""
    if isinstance(value, Fraction):
        return f"{float(value):.6g}"
    if isinstance(value, datetime):
        return f"{value.astimezone(LONDON):%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return value.isoformat()
    return readable(value) if isinstance(value, str) else str(value)
