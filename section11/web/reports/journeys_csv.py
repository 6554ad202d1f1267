"""All counts of the journeys since an earlier cycle as one long CSV, a line a figure."""

from django.http import HttpResponse
from django.shortcuts import redirect

from section11.reports.writers import csv_writer
from section11.web.reports.download import download
from section11.web.reports.journeys_download import tables_of
from section11.web.request import PageRequest


def journeys_csv(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """For everybody with a role in the partnership. Without an earlier audit: the page that says so."""
    tables, name = tables_of(request, cycle)
    if not tables:
        return redirect("journeys", partnership=partnership, cycle=cycle)
    return download(csv_writer.csv_of_tables(tables), name=name, ending="csv", content_type=csv_writer.CONTENT_TYPE)
