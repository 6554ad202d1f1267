"""Which files are taken as evidence, told by what is in them and never by their name alone."""

import io
import re
import zipfile
import zlib
from pathlib import PurePath

LARGEST = 25 * 1024 * 1024
LARGEST_UNPACKED = 250 * 1024 * 1024
MOST_MEMBERS = 5_000
STEEPEST = 200  # unpacked ÷ packed size of a document; beyond it is a bomb

PDF, PNG, JPEG = "application/pdf", "image/png", "image/jpeg"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PPTX = "application/vnd.openxmlformats-officedocument.presentationml.presentation"
ODT, ODS = "application/vnd.oasis.opendocument.text", "application/vnd.oasis.opendocument.spreadsheet"
TEXT = "text/plain"

ENDINGS = {PDF: ".pdf", PNG: ".png", JPEG: ".jpg", DOCX: ".docx", XLSX: ".xlsx", PPTX: ".pptx", ODT: ".odt", ODS: ".ods", TEXT: ".txt"}
ACCEPT = ",".join([*ENDINGS.values(), ".jpeg"])
TAKEN_WORDS = "Word, Excel, PowerPoint, PDF, OpenDocument, a picture (PNG or JPEG) or plain text"
WRONG_TYPE = f"This file cannot be taken. Save it as {TAKEN_WORDS}, then choose it again"
TOO_LARGE = "This file is larger than 25 MB. Choose a smaller one, or add a reference that says where it is kept"
EMPTY = "This file is empty. Choose another one"
MACROS = "This document holds macros. Save it without them, as an ordinary document or as PDF, then choose that"
UNSAFE = "This file could not be opened safely. Save it again as a new document, or as PDF, and choose that"

_OFFICE_MAIN = {
    "wordprocessingml.document.main+xml": DOCX,
    "spreadsheetml.sheet.main+xml": XLSX,
    "presentationml.presentation.main+xml": PPTX,
}
_STARTS = ((PDF, b"%PDF-"), (PNG, b"\x89PNG\r\n\x1a\n"), (JPEG, b"\xff\xd8\xff"))
_ARCHIVE = (b"PK\x03\x04", b"PK\x05\x06")
_MARKUP = re.compile(r"\s*(<(!|\?|/?[a-z])|\{\\rtf|%!PS)", re.IGNORECASE)  # written to be read by a program, whatever it is called
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0e-\x1f]")
_DEVICES = {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))}  # no names of files on Windows


class WrongFile(ValueError):
    """A file that is not taken; its text says what to do."""


def content_type_of(data: bytes) -> str:
    """The content type of a file that may be taken, from its bytes. Raises `WrongFile` for everything else."""
    if not data:
        raise WrongFile(EMPTY)
    if len(data) > LARGEST:
        raise WrongFile(TOO_LARGE)
    if data.startswith(_ARCHIVE):
        return _document_type(data)
    return next((kind for kind, start in _STARTS if data.startswith(start)), None) or _text(data)


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise WrongFile(WRONG_TYPE) from None
    if _CONTROL.search(text) or _MARKUP.match(text):
        raise WrongFile(WRONG_TYPE)
    return TEXT


def _document_type(data: bytes) -> str:
    """The type of an office document: from its own list of parts, once its size unpacked is known to be sane."""
    if data.count(b"PK\x01\x02") > MOST_MEMBERS:  # before the list of members is read: it may be huge itself
        raise WrongFile(UNSAFE)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            found = _type_told(packed, _names_when_sane(packed.infolist(), len(data)))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as problem:
        if isinstance(problem, WrongFile):
            raise
        raise WrongFile(UNSAFE) from None
    if not found:
        raise WrongFile(WRONG_TYPE)
    return found


def _names_when_sane(members: list[zipfile.ZipInfo], size: int) -> set[str]:
    """The names of an archive's members, unless they would unpack to too much, or are packed as no document is."""
    names = {m.filename for m in members}
    unpacked = sum(m.file_size for m in members)
    if len(members) > MOST_MEMBERS or len(names) < len(members) or unpacked > min(LARGEST_UNPACKED, STEEPEST * size):
        raise WrongFile(UNSAFE)
    if any(m.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED) for m in members):  # others unpack without end
        raise WrongFile(UNSAFE)
    return names


def _type_told(packed: zipfile.ZipFile, names: set[str]) -> str:
    """What the document says of itself; empty for an archive that is none."""
    if any(name.lower().endswith("vbaproject.bin") or name.startswith(("Basic/", "Scripts/")) for name in names):
        raise WrongFile(MACROS)
    if "[Content_Types].xml" in names:
        listing = _start(packed, "[Content_Types].xml", 1_000_000)
        if "vbaproject" in listing.lower() or "macroenabled" in listing.lower():
            raise WrongFile(MACROS)
        return next((kind for mark, kind in _OFFICE_MAIN.items() if mark in listing), "")
    kind = _start(packed, "mimetype", 200).strip() if "mimetype" in names else ""
    return kind if kind in (ODT, ODS) else ""


def _start(packed: zipfile.ZipFile, name: str, most: int) -> str:
    with packed.open(name) as part:
        return part.read(most).decode("utf-8", "replace")


def safe_file_name(name: str, content_type: str) -> str:
    """A name fit to be shown and downloaded: no path, no control or direction characters, the ending of what is in it."""
    last = PurePath(name.replace("\\", "/")).name
    stem = "".join(c for c in PurePath(last).stem if c.isprintable() and c not in '<>:"/\\|?*;').strip(" .")[:120]
    if stem.partition(".")[0].strip().upper() in _DEVICES:
        stem = f"file {stem}"
    return (stem or "file") + ENDINGS[content_type]
