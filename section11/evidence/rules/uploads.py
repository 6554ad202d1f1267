"""Which files are taken as evidence, told by what is in them and never by their name alone."""

import io
import re
import zipfile
from pathlib import PurePath

import puremagic

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
UNSAFE = "This file could not be opened safely. Save it again as a new document, or as PDF, and choose that"

_OFFICE_MAIN = {
    "wordprocessingml.document.main+xml": DOCX,
    "spreadsheetml.sheet.main+xml": XLSX,
    "presentationml.presentation.main+xml": PPTX,
}


class WrongFile(ValueError):
    """A file that is not taken; its text says what to do."""


def content_type_of(data: bytes) -> str:
    """The content type of a file that may be taken, from its bytes. Raises `WrongFile` for everything else."""
    if not data:
        raise WrongFile(EMPTY)
    if len(data) > LARGEST:
        raise WrongFile(TOO_LARGE)
    if data.startswith(b"PK"):
        return _document_type(data)
    try:
        found = {match.mime_type for match in puremagic.magic_string(data[:4096]) if match.confidence > 0.1}
    except (puremagic.PureError, ValueError):
        found = set()
    for kind, start in ((PDF, b"%PDF-"), (PNG, b"\x89PNG\r\n\x1a\n"), (JPEG, b"\xff\xd8\xff")):
        if data.startswith(start) and kind in found | {kind}:
            return kind
    return _text(data)


def _text(data: bytes) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise WrongFile(WRONG_TYPE) from None
    control = any(ord(c) < 32 and c not in "\t\n\r\f" for c in text)
    if control or re.match(r"\s*<(!doctype|\?xml|html|svg|script)", text, re.IGNORECASE):
        raise WrongFile(WRONG_TYPE)
    return TEXT


def _document_type(data: bytes) -> str:
    """The type of an office document: from its own list of parts, once its size unpacked is known to be sane."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            members = packed.infolist()
            unpacked = sum(m.file_size for m in members)
            if len(members) > MOST_MEMBERS or unpacked > LARGEST_UNPACKED or unpacked > STEEPEST * max(len(data), 1):
                raise WrongFile(UNSAFE)
            if any(m.filename.endswith("vbaProject.bin") for m in members):
                raise WrongFile(WRONG_TYPE)
            names = {m.filename for m in members}
            if "[Content_Types].xml" in names:
                listing = _start(packed, "[Content_Types].xml", 1_000_000)
                for mark, kind in _OFFICE_MAIN.items():
                    if mark in listing:
                        return kind
            if "mimetype" in names:
                kind = _start(packed, "mimetype", 200).strip()
                if kind in (ODT, ODS):
                    return kind
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as problem:
        if isinstance(problem, WrongFile):
            raise
        raise WrongFile(UNSAFE) from None
    raise WrongFile(WRONG_TYPE)


def _start(packed: zipfile.ZipFile, name: str, most: int) -> str:
    with packed.open(name) as part:
        return part.read(most).decode("utf-8", "replace")


def safe_file_name(name: str, content_type: str) -> str:
    """A name fit to be shown and downloaded: no path, no control or direction characters, the ending of what is in it."""
    last = PurePath(name.replace("\\", "/")).name
    stem = "".join(c for c in PurePath(last).stem if c.isprintable() and c not in '<>:"/\\|?*;' and not 0x202A <= ord(c) <= 0x202E)
    return (stem.strip(" .")[:120] or "file") + ENDINGS[content_type]
