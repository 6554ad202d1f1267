"""All counts of the journeys since an earlier cycle as an Excel workbook, a sheet a table."""

from django.http import HttpResponse
from django.shortcuts import redirect

from section11.reports.writers import xlsx
from section11.web.reports.download import download
from section11.web.reports.journeys_download import tables_of
from section11.web.request import PageRequest


def journeys_xlsx(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """For everybody with a role in the partnership. Without an earlier audit: the page that says so."""
    tables, name = tables_of(request, cycle)
    if not tables:
        return redirect("journeys", partnership=partnership, cycle=cycle)
    return download(xlsx.xlsx_of(tables[0].title, tables), name=name, ending="xlsx", content_type=xlsx.CONTENT_TYPE)
