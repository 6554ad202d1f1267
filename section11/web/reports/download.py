"""A document as the answer to a request."""

from django.http import HttpResponse

from section11.lib.words import slug
from section11.reports.content.return_copy import ReturnCopy
from section11.reports.content.return_tables import return_tables
from section11.reports.writers import xlsx
from section11.reports.writers.pdf import pdf_of_return


def download(content: bytes, *, name: str, ending: str, content_type: str) -> HttpResponse:
    """Kept by the browser under a plain name; never shown as a page of ours."""
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{slug(name, 100)}.{ending}"'
    return response


def return_as_pdf(copy: ReturnCopy) -> HttpResponse:
    """The accessible PDF of a copy of a return."""
    return download(pdf_of_return(copy), name=f"{copy.title} {copy.reference}", ending="pdf", content_type="application/pdf")


def return_as_xlsx(copy: ReturnCopy) -> HttpResponse:
    """The workbook of a copy of a return."""
    made = xlsx.xlsx_of(copy.title, return_tables(copy))
    return download(made, name=f"{copy.title} {copy.reference}", ending="xlsx", content_type=xlsx.CONTENT_TYPE)
