"""What is taken as evidence, whatever it is called; and what it is called then."""

import hashlib
import tracemalloc
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from section11.evidence.rules import uploads
from section11.evidence.rules.uploads import (
    DOCX,
    EMPTY,
    ENDINGS,
    JPEG,
    LARGEST,
    MACROS,
    MOST_MEMBERS,
    ODS,
    ODT,
    PDF,
    PNG,
    PPTX,
    TEXT,
    TOO_LARGE,
    UNSAFE,
    WRONG_TYPE,
    XLSX,
    WrongFile,
    content_type_of,
    safe_file_name,
)
from tests.factories import files

TAKEN_OR_TOLD = {*ENDINGS, EMPTY, TOO_LARGE, WRONG_TYPE, UNSAFE, MACROS}


def noise(length: int) -> bytes:
    """Bytes that no packing makes smaller."""
    return hashlib.shake_256(b"noise").digest(length)


def outcome(data: bytes) -> str:
    """The type it is taken as, or what somebody is told who sends it."""
    try:
        return content_type_of(data)
    except WrongFile as told:
        return str(told)


def refusal(data: bytes) -> str:
    """What somebody is told who sends this."""
    with pytest.raises(WrongFile) as told:
        content_type_of(data)
    return str(told.value)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (files.PDF, PDF),
        (files.PNG, PNG),
        (files.JPEG, JPEG),
        (files.office("docx"), DOCX),
        (files.office("xlsx"), XLSX),
        (files.office("pptx"), PPTX),
        (files.open_document("odt"), ODT),
        (files.open_document("ods"), ODS),
        (b"Minutes of the meeting\r\n\tPresent: the head\n", TEXT),
        ("Policy \u2013 adopted in März".encode(), TEXT),
        ("\ufeffSaved by Notepad".encode(), TEXT),
        (b"PKI is not our subject, but a text may begin like this", TEXT),
        (b"name,role\nLead,Head\n", TEXT),
    ],
)
def test_documents_pictures_and_plain_text_are_taken(data: bytes, kind: str) -> None:
    assert content_type_of(data) == kind


@pytest.mark.parametrize("kind", ["docx", "xlsx", "pptx"])
def test_a_document_within_a_document_does_not_change_what_it_is(kind: str) -> None:
    inside = '<Default Extension="docx" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document"/>'
    data = files.office(kind, {"embeddings/one.docx": files.office("docx")}, more=inside)
    assert content_type_of(data) == {"docx": DOCX, "xlsx": XLSX, "pptx": PPTX}[kind]


def test_nothing_and_too_much_are_told_apart() -> None:
    assert refusal(b"") == EMPTY
    assert content_type_of(b"a" * LARGEST) == TEXT
    assert refusal(b"a" * (LARGEST + 1)) == TOO_LARGE


@pytest.mark.parametrize(
    "data",
    [
        files.GIF,
        files.OLD_WORD,
        files.PROGRAM,
        b"\x7fELF\x02\x01\x01" + bytes(40),
        b"RIFF\x24\x00\x00\x00WAVEfmt ",
        b"\x00\x00\x00\x18ftypmp42",
        "Notepad's “Unicode”".encode("utf-16"),
        b"caf\xe9",
        b"A line with a bell \x07 in it",
        b"null \x00 character",
        files.packed({"readme.txt": "An archive of anything"}),
        files.packed({}),
        files.open_document("odp"),
        files.packed({"META-INF/MANIFEST.MF": "Main-Class: x", "x.class": b"\xca\xfe\xba\xbe"}),
        files.packed({"[Content_Types].xml": "<Types/>", "word/document.xml": "<main/>"}),
        files.packed({"mimetype": "application/epub+zip"}),
    ],
)
def test_everything_else_is_refused_with_what_to_do(data: bytes) -> None:
    assert refusal(data) == WRONG_TYPE


@pytest.mark.parametrize(
    "text",
    [
        "<!DOCTYPE html><html></html>",
        "<html><script>alert(1)</script></html>",
        "\n\t <HTML>",
        "\ufeff<html>",
        "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
        "<?xml version='1.0'?><svg/>",
        "<!-- a remark --><html>",
        "<body onload=x()>",
        "<img src=x onerror=x()>",
        "<iframe src=x>",
        "</p>",
        "{\\rtf1\\ansi Text}",
        "%!PS-Adobe-3.0",
    ],
)
def test_pages_drawings_and_programs_do_not_pass_as_plain_text(text: str) -> None:
    assert refusal(text.encode()) == WRONG_TYPE


@pytest.mark.parametrize(
    "data",
    [
        files.office("docm"),
        files.office("xlsm"),
        files.office("docx", {"word/vbaProject.bin": b"macro"}),
        files.office("xlsx", {"xl/VBAPROJECT.BIN": b"macro"}),
        files.office(
            "docx", {"word/x.bin": b"m"}, more='<Override PartName="/word/x.bin" ContentType="application/vnd.ms-office.vbaProject"/>'
        ),
        files.open_document("odt", {"Basic/Standard/Module1.xml": "Sub Main"}),
        files.open_document("ods", {"Scripts/python/x.py": "import os"}),
    ],
)
def test_macros_are_refused_and_named(data: bytes) -> None:
    assert refusal(data) == MACROS


def test_what_is_two_things_at_once_is_taken_for_what_it_begins_as_and_named_so() -> None:
    page = b"<html><script>alert(1)</script></html>"
    assert content_type_of(files.PNG + page) == PNG
    assert content_type_of(files.JPEG + files.packed({"a.txt": "x"})) == JPEG
    assert content_type_of(files.PDF + page) == PDF
    assert safe_file_name("picture.html", PNG) == "picture.png"
    assert refusal(page + files.PDF) == WRONG_TYPE
    assert refusal(b"MZ" + files.office("docx")) == WRONG_TYPE


def test_a_document_that_unpacks_to_very_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert refusal(files.office("docx", {"word/big.xml": bytes(1_000_000)})) == UNSAFE  # over 200 times its size
    pale = files.office("docx", {"word/pale.xml": bytes(200_000) + noise(20_000)})
    assert content_type_of(pale) == DOCX
    monkeypatch.setattr(uploads, "LARGEST_UNPACKED", 200_000)
    assert refusal(pale) == UNSAFE


def test_a_document_of_very_many_parts_is_refused() -> None:
    parts = {f"word/{n}.xml": "" for n in range(MOST_MEMBERS + 1)}
    assert refusal(files.office("docx", parts)) == UNSAFE


def test_a_bomb_within_a_document_is_never_unpacked() -> None:
    bomb = files.packed({f"{n}.bin": bytes(200_000) for n in range(3)})
    assert content_type_of(files.office("docx", {"embeddings/one.zip": bomb})) == DOCX


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_packing_that_no_document_uses_is_refused_before_it_is_unpacked(method: int) -> None:
    huge = files.listing("docx") + " " * 5_000_000
    data = files.packed({"[Content_Types].xml": huge}, method)
    data = data.replace(len(huge).to_bytes(4, "little"), len(files.listing("docx")).to_bytes(4, "little"))  # says it is small
    tracemalloc.start()
    told = refusal(data)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (told, most < 500_000) == (UNSAFE, True)


def test_a_name_that_stands_twice_in_an_archive_is_refused() -> None:
    data = files.office("docx", {"[Content_Types].xmX": files.listing("docm")})
    assert refusal(data.replace(b"[Content_Types].xmX", b"[Content_Types].xml")) == UNSAFE


def test_what_is_torn_or_locked_is_refused() -> None:
    whole = files.office("docx", {"noise": noise(500)})
    assert refusal(whole[:300]) == UNSAFE
    assert refusal(whole.replace(b"\x00\x00\x08\x00", b"\x01\x00\x08\x00")) == UNSAFE  # says that it is encrypted
    assert refusal(b"PK\x03\x04" + bytes(200)) == UNSAFE


@given(st.data())
def test_whatever_bytes_are_sent_the_answer_is_a_type_or_what_to_do(data: st.DataObject) -> None:
    whole = bytearray(files.office("docx"))
    for _ in range(data.draw(st.integers(0, 6))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    sent = data.draw(st.sampled_from([bytes(whole), bytes(whole[: data.draw(st.integers(0, len(whole)))])]))
    assert outcome(sent) in TAKEN_OR_TOLD


@given(st.binary(max_size=200))
def test_noise_is_plain_text_or_refused(sent: bytes) -> None:
    assert outcome(sent) in TAKEN_OR_TOLD


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Policy 2026.docx", "Policy 2026.pdf"),
        ("C:\\Users\\head\\Policy.docx", "Policy.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("/srv/x.pdf", "x.pdf"),
        ("..", "file.pdf"),
        ("", "file.pdf"),
        (".htaccess", "htaccess.pdf"),
        ("policy.pdf.exe", "policy.pdf.pdf"),
        ("rota\u202egnp.exe", "rotagnp.pdf"),
        ("zero\u200bwidth.pdf", "zerowidth.pdf"),
        ("null\x00.pdf", "null.pdf"),
        ("two\r\nlines.pdf", "twolines.pdf"),
        ('a"b;c.pdf', "abc.pdf"),
        ("CON.pdf", "file CON.pdf"),
        ("nul", "file nul.pdf"),
        ("com1.tar.gz", "file com1.tar.pdf"),
        ("Concert.pdf", "Concert.pdf"),
        ("Zusätze \u2013 März.pdf", "Zusätze \u2013 März.pdf"),
        ("  . .pdf", "file.pdf"),
    ],
)
def test_a_name_is_made_fit_to_be_kept(name: str, safe: str) -> None:
    assert safe_file_name(name, PDF) == safe


def test_a_very_long_name_is_cut() -> None:
    assert safe_file_name("a" * 5000 + ".pdf", PDF) == "a" * 120 + ".pdf"


@given(st.text(max_size=400), st.sampled_from(sorted(ENDINGS)))
def test_whatever_it_is_called_the_name_is_safe(name: str, kind: str) -> None:
    safe = safe_file_name(name, kind)
    assert safe.endswith(ENDINGS[kind])
    assert len(safe) <= 200
    assert safe.isprintable()
    assert not set(safe) & set('<>:"/\\|?*;')
    assert safe.strip(" .") == safe
    safe.encode()


def test_every_type_that_is_taken_has_its_ending() -> None:
    assert set(ENDINGS) == {PDF, PNG, JPEG, DOCX, XLSX, PPTX, ODT, ODS, TEXT}
