"""The register of returns as a table. Pure."""

from collections.abc import Iterable

from section11.cycles.queries.register import RegisterRow
from section11.lib.clock import london_date
from section11.lib.words import listed
from section11.reports.content.table import Column, Kind, Table, Value
from section11.standards.vocabulary import FORM_WORDS, Form

COLUMNS = (
    Column("Organisation", width=34),
    Column("Unit", width=24),
    Column("Sector", width=24),
    Column("Form", width=10),
    Column("Due", Kind.DAY, 18),
    Column("State", width=18),
    Column("Overdue", width=10),
    Column("Answered", Kind.NUMBER, 10),
    Column("Asked", Kind.NUMBER, 10),
    Column("Submissions", Kind.NUMBER, 13),
    Column("Submitted", Kind.DAY, 18),
    Column("Submitted by", width=26),
    Column("Last reminder", Kind.DAY, 18),
    Column("Last contact", Kind.DAY, 18),
    Column("Return lead", width=26),
    Column("Email of the return lead", width=34),
)


def register_table(title: str, rows: Iterable[RegisterRow], *, made: str) -> Table:
    """One row an invitation. Leads are there only for those who may see them."""
    return Table("Register of returns", f"Register of returns: {title}", COLUMNS, [_row(row) for row in rows], keys=2, note=f"Made {made}")


def _row(row: RegisterRow) -> list[Value]:
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
        standing.submissions,
        london_date(standing.submitted_at) if standing.submitted_at else None,
        standing.submitted_by,
        london_date(row.reminded_at) if row.reminded_at else None,
        london_date(row.last_contact) if row.last_contact else None,
        listed([lead.name for lead in row.leads]),
        "; ".join(lead.email for lead in row.leads),
    ]
