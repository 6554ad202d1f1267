import io

import pytest
from openpyxl import load_workbook

from section11.directory.models import Partnership
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from tests.factories.browsers import signed_in
from tests.factories.directory import make_membership, make_partnership
from tests.factories.journeys import of_partnership
from tests.queries import AssertQueries
from tests.web.analysis.journeys import PARTNERSHIP, address, small

pytestmark = pytest.mark.django_db


def test_everybody_of_the_partnership_takes_all_counts(assert_queries: AssertQueries) -> None:
    small()
    for role in PARTNERSHIP_ROLES:
        client = signed_in(of_partnership(Partnership.objects.get(slug=PARTNERSHIP), role))
        with assert_queries(10):
            page = client.get(address("journeys_xlsx"))
        assert page["Content-Disposition"].endswith('.xlsx"')
    assert load_workbook(io.BytesIO(page.content)).sheetnames[:3] == ["About", "Sectors", "Standards"]


def test_what_it_is_of_is_in_its_name() -> None:
    name = small().get(address("journeys_xlsx", since="2024", basis="agreed"))["Content-Disposition"]
    assert "marsh-and-moor-2024-to-2026-journeys-agreed" in name


def test_without_an_earlier_audit_it_goes_to_the_page_that_says_so() -> None:
    assert small().get(address("journeys_xlsx", "2024"))["Location"] == address("journeys", "2024")


def test_foreign_and_absent_look_the_same() -> None:
    small()
    client = signed_in(make_membership(role=Role.OFFICER, of=make_partnership()).person)
    assert client.get(address("journeys_xlsx")).status_code == 404
    mine = signed_in(of_partnership(Partnership.objects.get(slug=PARTNERSHIP)))
    assert mine.get(address("journeys_xlsx", "none")).status_code == 404
