import io

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from section11.directory.vocabulary import PARTNERSHIP_ROLES
from tests.factories.directory import make_membership, make_partnership
from tests.factories.returns import submitted_return

pytestmark = pytest.mark.django_db


def address(of, **changes) -> str:
    return reverse("figures_xlsx", kwargs={"partnership": of.partnership.slug, "cycle": of.slug, **changes})


@pytest.mark.parametrize("role", sorted(PARTNERSHIP_ROLES))
def test_everybody_of_the_partnership_takes_all_figures(client, role, assert_queries):
    opened, _ = submitted_return()
    client.force_login(make_membership(role=role, of=opened.cycle.partnership).person)
    with assert_queries(12):
        page = client.get(address(opened.cycle))
    assert page.status_code == 200
    assert page["Content-Disposition"].endswith('.xlsx"')
    assert load_workbook(io.BytesIO(page.content)).sheetnames[:2] == ["About", "Response"]


def test_the_basis_is_in_its_name(client):
    opened, _ = submitted_return()
    client.force_login(make_membership(of=opened.cycle.partnership).person)
    assert "figures-agreed" in client.get(address(opened.cycle) + "?basis=agreed")["Content-Disposition"]
    assert "figures-self" in client.get(address(opened.cycle) + "?basis=nonsense")["Content-Disposition"]


def test_foreign_and_absent_look_the_same(client):
    opened, _ = submitted_return()
    elsewhere = make_partnership()
    client.force_login(make_membership(of=elsewhere).person)
    assert client.get(address(opened.cycle)).status_code == 404
    assert client.get(address(opened.cycle, partnership=elsewhere.slug)).status_code == 404
    assert client.get(address(opened.cycle, partnership=elsewhere.slug, cycle="none")).status_code == 404
