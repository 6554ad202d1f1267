"""All figures of a cycle as an Excel workbook, a sheet a table."""

from django.http import HttpResponse

from section11.analysis.figures.compute import compute
from section11.analysis.queries.dataset import cycle_dataset
from section11.lib import clock
from section11.lib.dates import moment_words
from section11.reports.content.figures_tables import figures_tables
from section11.reports.writers import xlsx
from section11.web.analysis.links import audience_of, basis_of
from section11.web.reports.download import download
from section11.web.request import PageRequest


def figures_xlsx(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """For everybody with a role in the partnership, on the basis named in the address: self (default) or agreed."""
    basis, audience = basis_of(request), audience_of(request)
    tables = figures_tables(compute(cycle_dataset(request.viewer, cycle, basis, audience)), made=moment_words(clock.now()))
    name = f"{partnership} {cycle} figures {f'{audience} ' if audience else ''}{basis.value} {clock.today()}"
    return download(xlsx.xlsx_of(tables[0].title, tables), name=name, ending="xlsx", content_type=xlsx.CONTENT_TYPE)
