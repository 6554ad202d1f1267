"""The register of returns as a file, filtered as it is shown."""

from django.http import HttpResponse

from section11.cycles.queries.register import RegisterRow, register_rows
from section11.lib.clock import LONDON, now, today
from section11.lib.words import listed
from section11.reports.writers.tables import Sheet, Value, delimited, workbook
from section11.standards.vocabulary import FORM_WORDS, Form
from section11.web.cycles.register_address import filter_of
from section11.web.request import PageRequest

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
HEADINGS = (
    "Organisation",
    "Unit",
    "Sector",
    "Form",
    "Due",
    "State",
    "Overdue",
    "Answered",
    "Asked",
    "Submitted",
    "Submitted by",
    "Last contact",
    "Return lead",
    "Email of the return lead",
)


def download_register(request: PageRequest, partnership: str, cycle: str) -> HttpResponse:
    """Open to everybody with a role in the partnership, as CSV (`?format=csv`) or XLSX; leads are named to officers only."""
    rows = register_rows(request.viewer, cycle, filter_of(request), at=now())
    sheet = Sheet("Register of returns", HEADINGS, [values(row) for row in rows])
    if request.GET.get("format") == "csv":
        response = HttpResponse(delimited(sheet), content_type="text/csv; charset=utf-8")
        ending = "csv"
    else:
        response = HttpResponse(workbook([sheet], title="Register of returns"), content_type=XLSX)
        ending = "xlsx"
    response["Content-Disposition"] = f'attachment; filename="register-{cycle}-{today().isoformat()}.{ending}"'
    return response


def values(row: RegisterRow) -> list[Value]:
    """One row, in the order of the headings."""
    standing = row.standing
    return [
        row.organisation,
        row.unit,
        row.sector,
        FORM_WORDS[Form(row.form)],
        standing.due,
        standing.words,
        "Yes" if row.is_overdue else "No",
        standing.answered,
        standing.asked,
        standing.submitted_at.astimezone(LONDON).date() if standing.submitted_at else None,
        standing.submitted_by,
        row.last_contact.astimezone(LONDON).date() if row.last_contact else None,
        listed([lead.name for lead in row.leads]),
        "; ".join(lead.email for lead in row.leads),
    ]
