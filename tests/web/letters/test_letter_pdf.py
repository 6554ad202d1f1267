"""A letter as a PDF, for its partnership."""

import io

import pytest
from pypdf import PdfReader

from tests.factories.browsers import signed_in
from tests.factories.panels import approved_letter, make_letter, panel_reviewer
from tests.factories.returns import submitted_return
from tests.web.letters.pages import of_letter

pytestmark = pytest.mark.django_db


def test_drafts_say_so_and_are_the_officers_alone() -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    answer = signed_in(opened.officer).get(of_letter(opened, "letter_pdf", letter))
    assert "Draft." in " ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages)
    assert signed_in(panel_reviewer(opened)).get(of_letter(opened, "letter_pdf", letter)).status_code == 404


def test_approved_ones_are_read_by_all_who_read_submissions() -> None:
    opened, _ = submitted_return()
    letter = approved_letter(opened)
    answer = signed_in(panel_reviewer(opened)).get(of_letter(opened, "letter_pdf", letter))
    assert answer["Content-Type"] == "application/pdf"
