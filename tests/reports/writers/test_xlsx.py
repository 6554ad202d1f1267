"""Every workbook is opened again."""

import io
import zipfile
from datetime import UTC, date, datetime
from fractions import Fraction

import pytest
from openpyxl import Workbook, load_workbook

from section11.reports.content.return_tables import return_tables
from section11.reports.content.table import Column, Kind, Table
from section11.reports.writers.xlsx import LONGEST_CELL, sheet_names, xlsx_of
from tests.factories.reports import make_copy

HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    '=HYPERLINK("https://bad.example")',
    "{=1}",
    "https://bad.example",
    "00123",
    "1e9",
    "<b>&amp;</b>",
]


def opened(made: bytes) -> Workbook:
    return load_workbook(io.BytesIO(made))


def one(value, kind: Kind = Kind.TEXT):
    sheet = opened(xlsx_of("Title", [Table("Sheet", "Title", (Column("Column", kind),), [[value]])])).worksheets[0]
    return sheet.cell(5, 1)


def test_a_return_is_a_workbook_of_four_sheets():
    book = opened(xlsx_of("Audit: Oak Surgery", return_tables(make_copy())))
    assert book.sheetnames == ["About", "Answers", "Narratives", "Improvement plan"]
    assert book.properties.title == "Audit: Oak Surgery"
    sheet = book["Answers"]
    assert [cell.value for cell in sheet[4]][:5] == ["Standard", "Statement", "What it asks", "Must meet", "Rating"]
    assert sheet.freeze_panes == "C5"
    assert sheet.auto_filter.ref == "A4:J8"
    assert sheet.print_title_rows == "$4:$4"
    assert sheet["A5"].alignment.wrap_text


@pytest.mark.parametrize("text", HOSTILE)
def test_text_is_never_a_formula_a_link_or_a_number(text):
    cell = one(text)
    assert (cell.value, cell.data_type, cell.hyperlink) == (text, "s", None)


def test_titles_notes_heads_and_names_of_sheets_are_text_too():
    made = xlsx_of("=1+1", [Table("=1+1", "=2+2", (Column("=3+3"),), [], note="=4+4")])
    sheet = opened(made).worksheets[0]
    assert [sheet.cell(row, 1).data_type for row in (1, 2, 4)] == ["s", "s", "s"]
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")


def test_control_characters_go_and_everything_else_stays():
    assert one("a\x00\x01\x1b\u202eb\ufffe\ud800").value == "ab"
    assert one("مرحبا 🌳 👩‍👩‍👧 שלום “Ŵy”\nnext").value == "مرحبا 🌳 👩‍👩‍👧 שלום “Ŵy”\nnext"


def test_a_text_too_long_for_a_cell_goes_on_below():
    text = "🌳 word " * 14_000
    table = Table("Sheet", "Title", (Column("Ref"), Column("Text"), Column("Other")), [["1.1", text, "x"], ["1.2", "short", "y"]])
    rows = [[cell.value for cell in row] for row in opened(xlsx_of("Title", [table])).worksheets[0].iter_rows(min_row=5)]
    assert rows[0][0] == "1.1"
    assert rows[1][0] == "1.1 (continued)"
    assert rows[1][2] is None
    assert rows[-1] == ["1.2", "short", "y"]
    assert "".join(row[1] for row in rows[:-1]).strip() == text.strip()
    assert max(len(row[1]) for row in rows) <= LONGEST_CELL


def test_numbers_shares_days_and_moments_are_what_they_are():
    assert one(3, Kind.NUMBER).value == 3
    share = one(Fraction(2, 3), Kind.SHARE)
    assert (round(share.value, 6), share.number_format) == (0.666667, "0%")
    assert one(date(2027, 3, 31), Kind.DAY).value.isoformat() == "2027-03-31T00:00:00"
    assert one(datetime(2027, 3, 31, 9, 0, tzinfo=UTC), Kind.MOMENT).value.isoformat() == "2027-03-31T10:00:00"
    assert one(None, Kind.SHARE).value is None
    assert one("").value is None


def test_names_of_sheets_are_short_plain_and_each_once():
    assert sheet_names(["A/B[c]:*?\\'d", "x" * 40, "X" * 40, "", "x" * 40]) == [
        "A B c d",
        "x" * 31,
        "X" * 29 + " 2",
        "Sheet",
        "x" * 29 + " 3",
    ]
