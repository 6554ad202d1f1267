"""The pack of a return as an accessible PDF."""

from django.http import HttpResponse

from section11.challenge.queries.pack import pack
from section11.lib import clock
from section11.lib.dates import moment_words
from section11.lib.errors import Absent
from section11.reports.content.pack_content import pack_content
from section11.reports.writers.pack_pdf import pdf_of_packs
from section11.web.reports.download import download
from section11.web.request import PageRequest

SECONDS = 60


def pack_pdf(request: PageRequest, partnership: str, cycle: str, panel: int, slot: int) -> HttpResponse:
    """For members, officers and the scrutineer; never of their own organisation."""
    found, at = pack(request.viewer, panel, slot), clock.now()
    if found.view.head.cycle_slug != cycle:
        raise Absent
    title = f"{found.panel_title}: {found.who}"
    made = pdf_of_packs(title, f"Pack made {moment_words(at)}.", [pack_content(found, at=at)], seconds=SECONDS)
    return download(made, name=title, ending="pdf", content_type="application/pdf")
