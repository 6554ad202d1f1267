"""A letter from a partnership as an accessible PDF."""

from django.http import HttpResponse

from section11.challenge.operations.note_letter_opened import note_letter_opened
from section11.challenge.queries.letters_of_return import letter_of_return
from section11.lib.clock import now
from section11.reports.content.letter_content import LetterContent
from section11.reports.writers.letter_pdf import pdf_of_letter
from section11.web.reports.download import download
from section11.web.request import PageRequest


def own_letter_pdf(request: PageRequest, organisation: str, return_id: int, letter: int) -> HttpResponse:
    """For everybody with a role in the unit. Each person's first look is recorded, as on the page."""
    it = letter_of_return(request.viewer, return_id, letter)
    note_letter_opened(request.viewer, it, at=now())
    content = LetterContent(it.partnership, it.who, it.cycle, it.number, it.submission_number, it.body, it.approved_at, it.approved_by_name)
    return download(pdf_of_letter(content), name=content.title, ending="pdf", content_type="application/pdf")
