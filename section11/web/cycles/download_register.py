"""The register of returns as a file, filtered as it is shown."""

from django.http import HttpResponse

from section11.cycles.queries.register import register_rows
from section11.lib.clock import now, today
from section11.lib.dates import moment_words
from section11.reports.content.register_table import register_table
from section11.reports.writers import csv_writer, xlsx
from section11.web.cycles.register_address import filter_of
from section11.web.reports.download import download
from section11.web.request import PageRequest


def download_register(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to everybody with a role in the partnership, as CSV (`?format=csv`) or XLSX; leads are named to officers only."""
    rows = register_rows(request.viewer, cycle, filter_of(request), at=now())
    table = register_table(cycle, rows, made=moment_words(now()))
    name = f"register {cycle} {today().isoformat()}"
    if request.GET.get("format") == "csv":
        return download(csv_writer.csv_of_table(table), name=name, ending="csv", content_type=csv_writer.CONTENT_TYPE)
    return download(xlsx.xlsx_of(table.title, [table]), name=name, ending="xlsx", content_type=xlsx.CONTENT_TYPE)
