"""The PDF of a letter is made for real, and read again."""

import io

import pytest
from pypdf import PdfReader

from section11.reports.content.letter_content import LetterContent
from section11.reports.writers.letter_pdf import pdf_of_letter
from tests.factories.returns import AT

BODY = "Dear colleagues\n\n## What was strong\n\n- **Leadership**, and\n- training\n\n1. First\n2. Second\n\n> A quote\n\nSee [our page](https://e.example)."


def read(body: str) -> PdfReader:
    content = LetterContent("Riverside Partnership", "Oak Surgery", "Audit 2027", 1, 1, body, AT, "Ann Officer")
    return PdfReader(io.BytesIO(pdf_of_letter(content)))


def text_of(reader: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in reader.pages).replace("\u200b", "").split())


def test_it_is_tagged_and_says_all_that_the_letter_says() -> None:
    reader = read(BODY)
    text = text_of(reader)
    last = "Letter 1, about submission 1."
    for words in ("Audit 2027: letter to Oak Surgery", "What was strong", "Leadership, and", "A quote", "See our page.", last):
        assert words in text
    assert b"<pdfuaid:part>1</pdfuaid:part>" in reader.trailer["/Root"]["/Metadata"].get_object().get_data()


HOSTILE = (
    *('#panic("run") $x$ <label> @ref', "| a | b |\n|---|---|\n| 1 | 2 |", "\U0001f333 tree", "x" * 5000),
    *("### Deep first", "- a\n  - b\n\n    c", "![](x)", "\u202eturned"),
)


@pytest.mark.parametrize("typed", HOSTILE)
def test_whatever_is_typed_it_is_made(typed: str) -> None:
    assert read(f"Dear all\n\n{typed}").pages
