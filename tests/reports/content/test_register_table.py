from datetime import date

import pytest

from section11.cycles.queries.register import register_rows
from section11.cycles.queries.register_selection import RegisterFilter
from section11.directory.vocabulary import Role
from section11.reports.content.register_table import register_table
from tests.factories.returns import AT, open_return, partnership_viewer, submitted_return

pytestmark = pytest.mark.django_db


def test_one_row_an_invitation_with_its_standing():
    opened, _ = submitted_return()
    open_return(cycle=opened.cycle)
    rows = register_rows(opened.officer, opened.cycle.slug, RegisterFilter(), at=AT)
    table = register_table(opened.cycle.title, rows, made="today")
    found = [dict(zip([column.name for column in table.columns], row, strict=True)) for row in table.rows]
    by_name = {row["Organisation"]: row for row in found}
    row = by_name[opened.participation.name]
    assert (row["State"], row["Form"], row["Due"], row["Submissions"]) == ("Submitted", "Full", date(2027, 3, 31), 1)
    assert row["Submitted by"] == opened.lead.name
    assert row["Return lead"] == opened.lead.name
    assert row["Email of the return lead"].endswith("@example.org")
    assert len(found) == 2


def test_leads_are_for_officers_only():
    opened = open_return()
    viewer = partnership_viewer(opened, Role.EXECUTIVE_VIEWER)
    table = register_table("Audit", register_rows(viewer, opened.cycle.slug, RegisterFilter(), at=AT), made="today")
    assert [row[-2:] for row in table.rows] == [["", ""]]
