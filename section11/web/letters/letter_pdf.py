"""A letter as an accessible PDF, for its partnership."""

from django.http import HttpResponse

from section11.challenge.queries.letter_view import letter_view
from section11.reports.content.letter_content import LetterContent
from section11.reports.writers.letter_pdf import pdf_of_letter
from section11.web.reports.download import download
from section11.web.request import PageRequest


def letter_pdf(request: PageRequest, partnership: str, cycle: str, letter: int) -> HttpResponse:
    """Approved ones for those who read submissions, drafts for officers."""
    it = letter_view(request.viewer, cycle, letter)
    content = LetterContent(
        it.partnership, it.who, it.cycle_title, it.number, it.submission_number, it.body, it.approved_at, it.approved_by
    )
    return download(pdf_of_letter(content), name=content.title, ending="pdf", content_type="application/pdf")
