import csv
import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from section11.directory.vocabulary import Role
from tests.factories.directory import make_membership, make_partnership
from tests.factories.returns import open_return, submitted_return

pytestmark = pytest.mark.django_db


def address(of, **changes) -> str:
    return reverse("download_register", kwargs={"partnership": of.partnership.slug, "cycle": of.slug, **changes})


def read_csv(page) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(page.content.decode("utf-8-sig"), newline="")))


def test_gives_what_the_register_shows_as_workbook_or_csv(client, assert_queries):
    opened, _ = submitted_return()
    other = open_return(cycle=opened.cycle)
    client.force_login(make_membership(of=opened.cycle.partnership).person)
    with assert_queries(10):
        rows = read_csv(client.get(address(opened.cycle) + "?format=csv"))
    assert {row["Organisation"]: row["State"] for row in rows} == {
        opened.participation.name: "Submitted",
        other.participation.name: "Not opened",
    }
    assert {row["Return lead"] for row in rows} == {opened.lead.name, other.lead.name}
    page = client.get(address(opened.cycle))
    assert page["Content-Disposition"].startswith('attachment; filename="register-audit-')
    sheet = load_workbook(io.BytesIO(page.content)).worksheets[0]
    assert {row[0].value for row in sheet.iter_rows(min_row=5)} == {opened.participation.name, other.participation.name}


def test_keeps_the_filter_of_the_address(client):
    opened, _ = submitted_return()
    open_return(cycle=opened.cycle)
    client.force_login(make_membership(of=opened.cycle.partnership).person)
    rows = read_csv(client.get(address(opened.cycle) + "?format=csv&state=submitted"))
    assert [row["Organisation"] for row in rows] == [opened.participation.name]


def test_leads_are_named_to_officers_only(client):
    opened = open_return()
    client.force_login(make_membership(role=Role.EXECUTIVE_VIEWER, of=opened.cycle.partnership).person)
    [row] = read_csv(client.get(address(opened.cycle) + "?format=csv"))
    assert (row["Return lead"], row["Email of the return lead"]) == ("", "")


def test_foreign_and_absent_look_the_same(client):
    opened = open_return()
    elsewhere = make_partnership()
    client.force_login(make_membership(of=elsewhere).person)
    assert client.get(address(opened.cycle)).status_code == 404
    assert client.get(address(opened.cycle, partnership=elsewhere.slug)).status_code == 404
