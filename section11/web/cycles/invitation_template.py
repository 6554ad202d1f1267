"""The template of an invitation sheet."""

from django.http import HttpResponse

from section11.cycles.queries.cycle_brief import cycle_brief
from section11.directory.queries.sectors import sectors
from section11.transfer.invitation_sheet.template import delimited_template, workbook_template
from section11.web.request import PageRequest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def invitation_template(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to officers: an Excel workbook with the partnership's sectors, or CSV (`?format=csv`)."""
    cycle_brief(request.viewer, cycle)
    if request.GET.get("format") == "csv":
        response = HttpResponse(delimited_template(), content_type="text/csv; charset=utf-8")
        response["Content-Disposition"] = 'attachment; filename="invitations.csv"'
        return response
    made = workbook_template({one.key: one.label for one in sectors(request.viewer)})
    response = HttpResponse(made, content_type=XLSX)
    response["Content-Disposition"] = 'attachment; filename="invitations.xlsx"'
    return response
