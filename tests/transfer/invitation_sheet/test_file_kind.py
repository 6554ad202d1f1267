import io
import zipfile

import pytest

from section11.lib.errors import Refused
from section11.transfer.invitation_sheet import file_kind as kinds
from section11.transfer.invitation_sheet.file_kind import FileKind, file_kind, opened
from tests.factories.sheets import changed_part, csv_bytes, sheet_row, workbook_of


def packed(**parts: bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name, data in parts.items():
            new.writestr(name, data)
    return made.getvalue()


def content_types(kind: str) -> bytes:
    return f'<Types><Override ContentType="application/vnd.{kind}"/></Types>'.encode()


OFFICE = "openxmlformats-officedocument."
WORD = {"[Content_Types].xml": content_types(f"{OFFICE}wordprocessingml.document.main+xml")}
MACROS = {"[Content_Types].xml": content_types("ms-excel.sheet.macroEnabled.main+xml")}
OPEN_DOCUMENT = {"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}


def reason(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        file_kind(data)
    return refused.value.problems["file"]


def test_a_workbook_and_a_csv_are_told_by_what_is_in_them() -> None:
    assert file_kind(workbook_of([sheet_row()])) is FileKind.WORKBOOK
    assert file_kind(csv_bytes([sheet_row()])) is FileKind.DELIMITED
    assert file_kind(csv_bytes([sheet_row()], encoding="utf-16")) is FileKind.DELIMITED
    assert file_kind("name;café\n".encode("cp1252")) is FileKind.DELIMITED


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b" \r\n\t", "is empty"),
        (b"x" * (5 * 1024 * 1024 + 1), "larger than 5 MB"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old form (.xls) or with a password"),
        (b"%PDF-1.7\n%\xe2\xe3\n", "a PDF document"),
        (b"\x89PNG\r\n\x1a\n" + bytes(30), "a picture"),
        (b"\x7fELF" + bytes(60), "neither a workbook nor plain text"),
        (b"<html><table></table></html>", "neither a workbook nor plain text"),
        (b"name,sector\n\x01\x02", "neither a workbook nor plain text"),
        (packed(**WORD), "a Word document"),
        (packed(**MACROS), "holds macros"),
        (packed(**OPEN_DOCUMENT), "an OpenDocument file"),
        (packed(**{"a.txt": b"hello"}), "a ZIP file"),
        (changed_part(workbook_of([sheet_row()]), "xl/vbaProject.bin", b"x"), "holds macros"),
        (b"PK\x03\x04 and then nothing", "opened safely"),
        (workbook_of([sheet_row()])[:-200], "opened safely"),
    ],
)
def test_everything_else_is_refused_with_what_to_do(data: bytes, words: str) -> None:
    assert words in reason(data)


def test_a_bomb_is_not_unpacked() -> None:
    steep = changed_part(workbook_of([sheet_row()]), "xl/worksheets/sheet1.xml", bytes(20_000_000))
    assert len(steep) < 100_000
    assert reason(steep) == kinds.UNSAFE
    many = packed(**{f"part{n}.xml": b"<a/>" for n in range(kinds.MOST_MEMBERS + 1)})
    assert reason(many) == kinds.UNSAFE


def test_what_is_large_in_all_is_not_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kinds, "LARGEST_UNPACKED", 10_000)
    assert reason(workbook_of([sheet_row(str(n)) for n in range(100)])) == kinds.UNSAFE


def test_a_part_that_claims_to_be_smaller_than_it_is_breaks_off() -> None:
    data = bytearray(packed(**{"[Content_Types].xml": bytes(50_000)}))
    for place in (data.find(b"PK\x03\x04") + 22, data.find(b"PK\x01\x02") + 24):
        data[place : place + 4] = (100).to_bytes(4, "little")
    with pytest.raises(Refused), opened(bytes(data)) as parts:
        parts.read("[Content_Types].xml")


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packing_that_no_workbook_uses_is_refused_before_it_is_unpacked(method: int) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as new:
        new.writestr("[Content_Types].xml", content_types(f"{OFFICE}spreadsheetml.sheet.main+xml"))
    assert reason(made.getvalue()) == kinds.UNSAFE


def test_a_part_that_is_torn_inside_is_refused() -> None:
    data = bytearray(packed(**{"[Content_Types].xml": bytes(range(256)) * 8}))
    start = data.find(b"[Content_Types].xml") + len("[Content_Types].xml")
    data[start : start + 40] = b"\xff" * 40
    assert reason(bytes(data)) == kinds.UNSAFE
