"""The pack of a return as a PDF."""

import io

import pytest
from pypdf import PdfReader

from tests.factories.browsers import signed_in
from tests.web.panels.pages import a_day

pytestmark = pytest.mark.django_db


def test_it_is_an_accessible_pdf_of_that_return() -> None:
    day = a_day(1)
    answer = signed_in(day.reviewer).get(day.at("pack_pdf", day.slots[0]))
    assert answer["Content-Type"] == "application/pdf"
    read = PdfReader(io.BytesIO(answer.content))
    text = " ".join(page.extract_text() for page in read.pages)
    assert "Lines of enquiry" in text
    assert day.opened.participation.name in read.metadata.title
    assert b"<pdfuaid:part>1</pdfuaid:part>" in read.trailer["/Root"]["/Metadata"].get_object().get_data()
