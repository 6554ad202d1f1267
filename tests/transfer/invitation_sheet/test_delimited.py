import pytest

from section11.lib.errors import Refused
from section11.transfer.invitation_sheet.delimited import read_delimited
from tests.factories.sheets import csv_bytes, sheet_row


def texts(data: bytes) -> list[list[str]]:
    return [[cell.text for cell in line.cells] for line in read_delimited(data)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_letters_and_delimiters_as_spreadsheets_write_them(encoding: str, delimiter: str) -> None:
    row = sheet_row("Zoë\u2019s Nursery", duty_basis="contract;guidance")
    lines = texts(csv_bytes([row], columns=("name", "duty_basis"), encoding=encoding, delimiter=delimiter))
    assert lines == [["name", "duty_basis"], ["Zoë\u2019s Nursery", "contract;guidance"]]


def test_rows_are_numbered_as_a_spreadsheet_shows_them() -> None:
    data = b'\r\nname,lead_name\r\n\r\n"Oak\nSurgery", Ann  Lead \r\nElm,\r\n'
    assert [(line.number, [cell.text for cell in line.cells]) for line in read_delimited(data)] == [
        (1, []),
        (2, ["name", "lead_name"]),
        (3, []),
        (4, ["Oak\nSurgery", "Ann Lead"]),
        (5, ["Elm", ""]),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b'name,form\n"Oak,full\n',
        b'name,form\n"Oak"x,full\n',
        b"name\n" + b"x" * 200_000,
        b"name\n\x81\x8d",
        b"\xff\xfen\x00\x00\x00",
        "name\nOak \x1b[31mSurgery".encode("utf-16"),
        b"\xff\xfen",
    ],
)
def test_what_is_not_well_formed_is_refused(data: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_delimited(data)
    assert list(refused.value.problems) == ["file"]
