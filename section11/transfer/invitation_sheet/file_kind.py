"""Which kind of file this is, told by what is in it and never by its name."""

import codecs
import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum

import puremagic

from section11.lib.errors import Refused
from section11.transfer.invitation_sheet.columns import MOST_BYTES

LARGEST_UNPACKED = 40 * 1024 * 1024
MOST_MEMBERS = 500
STEEPEST = 200  # unpacked ÷ packed size of one part; beyond it is a bomb
UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)  # what spreadsheets call Unicode text
ODD_BYTES = bytes(set(range(32)) - {9, 10, 12, 13}) + b"\x7f"

EMPTY = "This file is empty. Fill in the template and choose it again"
TOO_LARGE = "This file is larger than 5 MB. Take out everything but the invitations, or split it"
UNSAFE = "This file could not be opened safely. Save it again as an Excel workbook (.xlsx) or CSV and choose that"
LOCKED = "Excel saved this in its old form (.xls) or with a password. Save it as an Excel workbook (.xlsx) without one, or as CSV"
MACROS = "This workbook holds macros. Save it as an Excel workbook (.xlsx) without them, or as CSV"
OTHER = "This is {what}. Choose an Excel workbook (.xlsx) or a CSV file"

_OFFICE = {
    "wordprocessingml": "a Word document",
    "presentationml": "a PowerPoint presentation",
}


class FileKind(Enum):
    """The two that are taken."""

    WORKBOOK = "xlsx"
    DELIMITED = "csv"


def file_kind(data: bytes) -> FileKind:
    """What these bytes are; refuses everything but a workbook and delimited text, saying what to do instead."""
    if not data.strip():
        raise Refused({"file": EMPTY})
    if len(data) > MOST_BYTES:
        raise Refused({"file": TOO_LARGE})
    if data.startswith(b"PK"):
        return _packed_kind(data)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused({"file": LOCKED})
    if data.startswith(UTF_16):
        return FileKind.DELIMITED
    if len(data.translate(None, ODD_BYTES)) != len(data) or data.lstrip()[:5].lower() in (b"%pdf-", b"<html", b"<!doc", b"<?xml"):
        raise Refused({"file": OTHER.format(what=_what(data))})
    return FileKind.DELIMITED


@contextmanager
def opened(data: bytes) -> Iterator[zipfile.ZipFile]:
    """The parts of a packed file, once their sizes are known to be sane; refuses what breaks on the way."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = packed.infolist()
            steep = any(m.file_size > STEEPEST * max(m.compress_size, 1) and m.file_size > 100_000 for m in members)
            odd = any(m.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for m in members)  # may unpack without end
            if len(members) > MOST_MEMBERS or sum(m.file_size for m in members) > LARGEST_UNPACKED or steep or odd:
                raise Refused({"file": UNSAFE})
            yield packed
    except (
        zipfile.BadZipFile,
        zipfile.LargeZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
        KeyError,
    ):
        raise Refused({"file": UNSAFE}) from None


def _packed_kind(data: bytes) -> FileKind:
    with opened(data) as packed:
        names = set(packed.namelist())
        if "mimetype" in names and b"opendocument" in packed.read("mimetype"):
            raise Refused({"file": OTHER.format(what="an OpenDocument file")})
        if "[Content_Types].xml" not in names:
            raise Refused({"file": OTHER.format(what="a ZIP file")})
        listing = packed.read("[Content_Types].xml").decode("utf-8", "replace")
    if "macroEnabled" in listing or any(name.endswith("vbaProject.bin") for name in names):
        raise Refused({"file": MACROS})
    if "spreadsheetml.sheet.main+xml" in listing:
        return FileKind.WORKBOOK
    what = next((what for mark, what in _OFFICE.items() if mark in listing), "")
    raise Refused({"file": OTHER.format(what=what or "not a workbook")})


def _what(data: bytes) -> str:
    try:
        found = puremagic.magic_string(data[:4096])
    except (puremagic.PureError, ValueError):
        found = []
    endings = {match.extension for match in found if match.confidence > 0.3}
    if endings & {".png", ".jpg", ".jpeg", ".gif", ".bmp", ".tif", ".webp"}:
        return "a picture"
    if ".pdf" in endings or data.lstrip().startswith(b"%PDF-"):
        return "a PDF document"
    return "neither a workbook nor plain text"
