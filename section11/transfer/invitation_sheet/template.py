"""The template of an invitation sheet to fill in, with the partnership's own sectors beside it."""

import csv
import io
from collections.abc import Mapping

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from section11.directory.vocabulary import DUTY_BASIS_WORDS
from section11.standards.vocabulary import FORM_WORDS
from section11.transfer.invitation_sheet.columns import COLUMNS, MEANINGS, REQUIRED

WIDTHS = {"name": 34, "lead_email": 32, "signatory_email": 32, "duty_basis": 26, "sector": 22, "unit": 26}
LAST = 5001  # rows that get the lists to choose from


def workbook_template(sectors: Mapping[str, str]) -> bytes:
    """An XLSX with headings to fill in, the sectors (key and name), the reasons for taking part, and what each column means."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    text = book.add_format({"num_format": "@"})
    sheet = book.add_worksheet("Invitations")
    for place, column in enumerate(COLUMNS):
        sheet.set_column(place, place, WIDTHS.get(column, 18), text)
        sheet.write_string(0, place, column, bold)
    sheet.freeze_panes(1, 0)
    keys = book.add_worksheet("Sectors")
    _table(keys, ("sector", "what it is called here"), list(sectors.items()), bold)
    duties = book.add_worksheet("Duty bases")
    _table(duties, ("duty_basis", "what it stands for"), [(key.value, words) for key, words in DUTY_BASIS_WORDS.items()], bold)
    notes = book.add_worksheet("How to fill it in")
    notes.set_column(0, 0, 22)
    notes.set_column(1, 1, 90, wrapped)
    rows = [(column, ("" if column in REQUIRED else "May stay empty. ") + MEANINGS[column]) for column in COLUMNS]
    _table(notes, ("column", "what to enter"), rows, bold, widths=False)
    if sectors:
        place = COLUMNS.index("sector")
        sheet.data_validation(
            1, place, LAST, place, {"validate": "list", "source": f"=Sectors!$A$2:$A${len(sectors) + 1}", "error_type": "warning"}
        )
    place = COLUMNS.index("form")
    sheet.data_validation(
        1, place, LAST, place, {"validate": "list", "source": [form.value for form in FORM_WORDS], "error_type": "warning"}
    )
    book.close()
    return made.getvalue()


def _table(sheet: Worksheet, headings: tuple[str, str], rows: list[tuple[str, str]], bold: Format, *, widths: bool = True) -> None:
    if widths:
        sheet.set_column(0, 0, 28)
        sheet.set_column(1, 1, 50)
    for place, heading in enumerate(headings):
        sheet.write_string(0, place, heading, bold)
    for number, row in enumerate(rows, 1):
        for place, value in enumerate(row):
            sheet.write_string(number, place, value)


def delimited_template() -> bytes:
    """A CSV with the headings only, marked as UTF-8 so that Excel reads it right."""
    made = io.StringIO(newline="")
    csv.writer(made).writerow(COLUMNS)
    return made.getvalue().encode("utf-8-sig")
