"""The actions as a workbook."""

from dataclasses import replace
from io import BytesIO

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from section11.plans.models import Action
from tests.factories.browsers import signed_in
from tests.factories.plans import followed_action
from tests.factories.returns import ACTION
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def test_it_holds_what_the_list_shows_and_no_formula(assert_queries: AssertQueries) -> None:
    followed = followed_action(text=replace(ACTION, what="=1+1"))
    other = followed_action(cycle=followed.opened.cycle, text=replace(ACTION, what="Of another"))
    Action.objects.filter(pk=other.action_id).update(rag="red")
    address = reverse("download_actions", kwargs={"partnership": followed.opened.cycle.partnership.slug})
    client = signed_in(followed.opened.officer)
    with assert_queries(10):
        response = client.get(address)
    sheet = load_workbook(BytesIO(response.content))["Actions"]
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {"=1+1", "Of another", followed.opened.participation.name} <= {cell.value for cell in cells}
    assert all(cell.data_type != "f" for cell in cells)
    red = load_workbook(BytesIO(client.get(f"{address}?show=red").content))["Actions"]
    assert "=1+1" not in {cell.value for row in red.iter_rows() for cell in row}
