"""A letter as a PDF, for its organisation."""

import io

import pytest
from pypdf import PdfReader

from section11.challenge.models import LetterOpening
from tests.factories.browsers import signed_in
from tests.factories.panels import approved_letter
from tests.factories.returns import submitted_return
from tests.web.letters.pages import own

pytestmark = pytest.mark.django_db


def test_it_is_the_letter_and_looking_is_noted() -> None:
    opened, _ = submitted_return()
    letter = approved_letter(opened)
    answer = signed_in(opened.signatory).get(own(opened, "own_letter_pdf", letter))
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(answer.content)).pages).split())
    assert f"Dear colleagues at {opened.participation.name}" in text
    assert "Letter 1, about submission 1." in text
    assert LetterOpening.objects.get().by == opened.signatory.person_ref
