from datetime import date

import pytest

from section11.lib.errors import Refused
from section11.transfer.invitation_sheet import workbook
from section11.transfer.invitation_sheet.file_kind import UNSAFE
from section11.transfer.invitation_sheet.workbook import BROKEN, FORMULA, read_workbook
from tests.factories.sheets import changed_part, sheet_row, workbook_bytes, workbook_of

SHEET = "xl/worksheets/sheet1.xml"
XML = '<?xml version="1.0"?>{doctype}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>'


def with_rows(rows: str, doctype: str = "") -> bytes:
    return changed_part(workbook_bytes([["name"]]), SHEET, XML.format(rows=rows, doctype=doctype).encode())


def texts(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in read_workbook(data)[0]]


def test_cells_come_as_texts_whatever_they_hold() -> None:
    data = workbook_bytes([["name", "n", "day"], ["  Oak \u00a0 Surgery ", 12, date(2027, 3, 31)], [], ["Elm", 1.5, True]])
    lines, scan = read_workbook(data)
    assert [line.number for line in lines] == [1, 2, 4]
    assert texts(data) == [["name", "n", "day"], ["Oak Surgery", "12", "2027-03-31"], ["Elm", "1.5", "True"]]
    assert (scan.merged, scan.far_down) == ([], False)


def test_the_sheet_called_invitations_is_read_and_else_the_first() -> None:
    assert texts(workbook_bytes([["name"]], sheet="Invitations", before="Notes")) == [["name"]]
    assert texts(workbook_bytes([["name"]], sheet="Other", before="Notes")) == [["not this one"]]


def test_formulas_and_errors_are_told() -> None:
    data = with_rows('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="B1" t="e"><v>#REF!</v></c><c r="C1" t="str"><v>ok</v></c></row>')
    assert [(cell.text, cell.fault) for cell in read_workbook(data)[0][0].cells] == [("=1+1", FORMULA), ("#REF!", BROKEN), ("ok", "")]


def test_merged_cells_are_told() -> None:
    assert read_workbook(workbook_of([sheet_row(), sheet_row("Elm")], merged="B2:B3"))[1].merged == ["B2:B3"]


@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE worksheet [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE worksheet [<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE worksheet SYSTEM "http://reader.example/x.dtd">',
    ],
)
def test_tricks_of_xml_are_refused(doctype: str) -> None:
    with pytest.raises(Refused) as refused:
        read_workbook(with_rows('<row r="1"><c r="A1" t="str"><v>x</v></c></row>', doctype))
    assert refused.value.problems == {"file": UNSAFE}


def test_tricks_in_any_part_are_refused() -> None:
    trick = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    for name in ("xl/sharedStrings.xml", "docProps/extra.xml", "_rels/more.rels"):
        with pytest.raises(Refused):
            read_workbook(changed_part(workbook_of([sheet_row()]), name, trick))


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="x"><c r="A1" t="str"><v>x</v></c></row>',
        '<row r="1"><c r="A1" t="s"><v>77</v></c></row>',
        "<row><c></row>",
    ],
)
def test_a_workbook_that_is_not_sound_is_refused(rows: str) -> None:
    with pytest.raises(Refused) as refused:
        read_workbook(with_rows(rows))
    assert refused.value.problems == {"file": UNSAFE}


@pytest.mark.parametrize("row", [20_001, 90_000, 99_999_999_999])
def test_rows_far_down_are_told_not_lost(row: int) -> None:
    data = with_rows(f'<row r="1"><c r="A1" t="str"><v>name</v></c></row><row r="{row}"><c r="A{row}" t="str"><v>x</v></c></row>')
    lines, scan = read_workbook(data)
    assert ([line.number for line in lines], scan.far_down) == ([1], True)


def test_reading_ends_soon_after_the_most_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    assert len(read_workbook(workbook_of([sheet_row(str(n)) for n in range(50)]))[0]) == 5
