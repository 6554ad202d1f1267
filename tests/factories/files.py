"""Files as people send them, made on the spot: office documents, pictures, archives, and what pretends to be one."""

import io
import zipfile
from collections.abc import Mapping

PDF = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x06\x00\x00\x00\x1f\x15\xc4\x89"
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF\x00\x01\x01\x00\x00\x01\x00\x01\x00\x00"
GIF = b"GIF89a\x01\x00\x01\x00\x00\x00\x00;"
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 504
PROGRAM = b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff\x00\x00"

_OFFICE = "application/vnd.openxmlformats-officedocument."
MAIN = {
    "docx": (f"{_OFFICE}wordprocessingml.document.main+xml", "word/document.xml"),
    "xlsx": (f"{_OFFICE}spreadsheetml.sheet.main+xml", "xl/workbook.xml"),
    "pptx": (f"{_OFFICE}presentationml.presentation.main+xml", "ppt/presentation.xml"),
    "docm": ("application/vnd.ms-word.document.macroEnabled.main+xml", "word/document.xml"),
    "xlsm": ("application/vnd.ms-excel.sheet.macroEnabled.main+xml", "xl/workbook.xml"),
}
OPEN_DOCUMENT = {
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
}


def packed(members: Mapping[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive of these members."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", method) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return data.getvalue()


def listing(kind: str, more: str = "") -> str:
    """The list of parts of an office document of that kind."""
    content_type, part = MAIN[kind]
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/{part}" ContentType="{content_type}"/>{more}</Types>'
    )


def office(kind: str, extra: Mapping[str, bytes | str] | None = None, *, more: str = "", method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A Word, Excel or PowerPoint document; `extra` are further parts, `more` what its list of parts says besides."""
    return packed({"[Content_Types].xml": listing(kind, more), MAIN[kind][1]: "<main>Text</main>", **(extra or {})}, method)


def open_document(kind: str, extra: Mapping[str, bytes | str] | None = None) -> bytes:
    """An OpenDocument file."""
    return packed({"mimetype": OPEN_DOCUMENT[kind], "content.xml": "<office>Text</office>", **(extra or {})})
