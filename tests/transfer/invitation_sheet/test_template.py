import csv
import io

import openpyxl

from section11.transfer.invitation_sheet.columns import COLUMNS
from section11.transfer.invitation_sheet.reading import read_sheet
from section11.transfer.invitation_sheet.template import delimited_template, workbook_template
from tests.factories.sheets import sheet_row


def test_the_workbook_has_the_headings_and_the_sectors_on_a_second_sheet() -> None:
    book = openpyxl.load_workbook(io.BytesIO(workbook_template({"gp": "GP practices", "x": "=1+1"})))
    assert book.sheetnames == ["Invitations", "Sectors", "Duty bases", "How to fill it in"]
    assert [cell.value for cell in book["Invitations"][1]] == list(COLUMNS)
    sectors = [[cell.value for cell in row] for row in book["Sectors"].iter_rows()]
    assert sectors == [["sector", "what it is called here"], ["gp", "GP practices"], ["x", "=1+1"]]
    assert book["Sectors"]["B3"].data_type == "s"


def test_both_templates_can_be_filled_in_and_read_back() -> None:
    row = sheet_row()
    book = openpyxl.load_workbook(io.BytesIO(workbook_template({"school": "Schools"})))
    book["Invitations"].append([row.get(column, "") for column in COLUMNS])
    made = io.BytesIO()
    book.save(made)
    text = io.StringIO(newline="")
    csv.writer(text).writerow([row.get(column, "") for column in COLUMNS])
    for data in (made.getvalue(), delimited_template() + text.getvalue().encode()):
        table = read_sheet(data)
        assert not table.problems
        assert table.rows[0].texts["lead_email"] == "ann.lead@example.org"
