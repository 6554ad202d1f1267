import pytest

from section11.transfer.invitation_sheet import table as tables
from section11.transfer.invitation_sheet.columns import COLUMNS, REQUIRED
from section11.transfer.invitation_sheet.reading import read_sheet
from section11.transfer.invitation_sheet.table import Problem
from tests.factories.sheets import csv_bytes, sheet_row, workbook_bytes, workbook_of


def told(problems: list[Problem]) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.column, problem.found) for problem in problems]


def test_both_kinds_of_file_give_the_same_rows() -> None:
    rows = [sheet_row(), sheet_row("Elm Trust", unit="Estates", due="2027-03-31")]
    tables = [read_sheet(data) for data in (csv_bytes(rows), workbook_of(rows))]
    assert tables[0].rows == tables[1].rows
    assert [(row.number, row.texts["name"], row.texts["unit"]) for row in tables[0].rows] == [
        (2, "Oak Surgery", ""),
        (3, "Elm Trust", "Estates"),
    ]
    assert not tables[0].problems


def test_headings_stand_in_any_order_and_any_case() -> None:
    table = read_sheet(csv_bytes([{"Lead email": "a@example.org", "NAME": "Oak"}], columns=("Lead email", "NAME", "unit ")))
    assert dict(table.rows[0].texts) == {"lead_email": "a@example.org", "name": "Oak", "unit": ""}
    assert [problem.column for problem in table.problems] == ["sector", "duty_basis", "lead_name", "form"]


def test_unknown_doubled_and_missing_headings_are_told_at_once() -> None:
    table = read_sheet(csv_bytes([], columns=("name", "Name", "colour", "", "form")))
    assert [problem.column for problem in table.problems] == ["name", "colour", "sector", "duty_basis", "lead_name", "lead_email", ""]
    assert all(column in table.problems[1].reason for column in COLUMNS)


@pytest.mark.parametrize("data", [b"some,thing\nelse,entirely\n", workbook_bytes([["Invitations of 2027"], ["name"]])])
def test_a_file_without_headings_is_told_so_once(data: bytes) -> None:
    table = read_sheet(data)
    assert len(table.problems) == 1
    assert all(column in table.problems[0].reason for column in REQUIRED)


@pytest.mark.parametrize("data", [b",,,\n", workbook_bytes([])])
def test_a_file_that_says_nothing(data: bytes) -> None:
    assert told(read_sheet(data).problems) == [(0, "", "")]


def test_what_begins_like_a_formula_is_refused_in_every_column() -> None:
    starts = ["=1+1", "+44", "-Oak", "@Oak", '=HYPERLINK("http://x.example")']
    for make in (csv_bytes, workbook_of):
        table = read_sheet(make([sheet_row(start, contract=start) for start in starts]))
        assert [(p.row, p.column) for p in table.problems] == [(n, c) for n in range(2, 7) for c in ("name", "contract")]


def test_long_cells_line_breaks_and_unseen_signs_are_refused() -> None:
    table = read_sheet(csv_bytes([sheet_row("x" * 2001), sheet_row("Oak\nSurgery"), sheet_row("Oak\u200bSurgery"), sheet_row("Oak\u202e")]))
    assert [(p.row, p.column) for p in table.problems] == [(2, "name"), (3, "name"), (4, "name"), (5, "name")]


def test_what_stands_without_a_heading_is_told() -> None:
    table = read_sheet(b"name,sector,duty_basis,lead_name,lead_email,form\nOak,a,b,c,d,e,stray\n")
    assert told(table.problems) == [(2, "", "stray")]


def test_merged_cells_are_told_with_their_row() -> None:
    table = read_sheet(workbook_of([sheet_row(), sheet_row("Elm")], merged="C2:C3"))
    assert [(p.row, "C2:C3" in p.reason) for p in table.problems] == [(2, True)]


def test_too_many_rows_are_told_and_the_rest_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 2)
    table = read_sheet(csv_bytes([sheet_row(str(n)) for n in range(5)]))
    assert (len(table.rows), told(table.problems)) == (2, [(4, "", "")])
