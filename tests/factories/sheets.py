"""Invitation sheets as bytes: good ones, and uploads of them."""

import csv
import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

import xlsxwriter
from django.core.files.base import ContentFile

from section11.cycles.models import Cycle
from section11.transfer.invitation_sheet.columns import COLUMNS
from section11.transfer.invitation_sheet.states import UploadState
from section11.transfer.models import InvitationUpload

LONG_AGO = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)


def sheet_row(name: str = "Oak Surgery", **texts: str) -> dict[str, str]:
    """A valid row."""
    given = {"sector": "school", "duty_basis": "contract", "lead_name": "Ann Lead", "lead_email": "ann.lead@example.org", "form": "full"}
    return {"name": name, **given, **texts}


def csv_bytes(
    rows: Sequence[Mapping[str, str]], columns: Sequence[str] = COLUMNS, encoding: str = "utf-8-sig", delimiter: str = ","
) -> bytes:
    """The rows as CSV."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=delimiter)
    writer.writerow(columns)
    writer.writerows([row.get(column, "") for column in columns] for row in rows)
    return made.getvalue().encode(encoding)


def workbook_bytes(lines: Sequence[Sequence[Any]], *, merged: str = "", sheet: str = "Sheet1", before: str = "") -> bytes:
    """These lines of cells as XLSX: text, numbers, dates; a text that begins with `=` becomes a formula."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "default_date_format": "dd/mm/yyyy", "remove_timezone": True})
    if before:
        book.add_worksheet(before).write(0, 0, "not this one")
    page = book.add_worksheet(sheet)
    for number, line in enumerate(lines):
        for place, value in enumerate(line):
            if value is not None and value != "":
                page.write(number, place, value)
    if merged:
        page.merge_range(merged, "")
    book.close()
    return made.getvalue()


def workbook_of(rows: Sequence[Mapping[str, Any]], columns: Sequence[str] = COLUMNS, **options: Any) -> bytes:
    """The rows as XLSX, under their headings."""
    return workbook_bytes([list(columns), *([row.get(column) for column in columns] for row in rows)], **options)


def changed_part(workbook: bytes, name: str, data: bytes) -> bytes:
    """The same packed file with one of its parts replaced or added."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        new.writestr(name, data)
    return made.getvalue()


def make_upload(cycle: Cycle, data: bytes = b"", **fields: Any) -> InvitationUpload:
    """A sheet that was uploaded for a cycle and waits to be checked."""
    given = {"state": UploadState.WAITING, "file_name": "sheet.csv", "uploaded_at": LONG_AGO, "uploaded_by": "person:x", **fields}
    upload = InvitationUpload(cycle=cycle, uploaded_by_name="Olive Officer", **given)
    upload.file.save("sheet.bin", ContentFile(data))
    return upload
