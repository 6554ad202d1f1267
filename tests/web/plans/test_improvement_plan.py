"""An organisation's improvement plan."""

from dataclasses import replace

import pytest

from section11.plans.models import Action
from section11.returns.operations.plan_action import plan_action
from tests.factories.browsers import signed_in
from tests.factories.plans import followed_action, make_action
from tests.factories.returns import ACTION, AT, open_return
from tests.queries import AssertQueries
from tests.web.returns.pages import in_organisation

pytestmark = pytest.mark.django_db


def test_red_and_overdue_come_first() -> None:
    opened = open_return()
    for what, rag in (("Later", ""), ("In trouble", "red")):
        plan_action(opened.lead, opened.return_id, "1.1", replace(ACTION, what=what, rag=rag), at=AT)
    page = signed_in(opened.lead).get(in_organisation("improvement_plan", opened)).content.decode()
    assert page.index("In trouble") < page.index("Later")


def test_an_empty_plan_says_what_will_come_here() -> None:
    opened = open_return()
    assert "No actions yet" in signed_in(opened.signatory).get(in_organisation("improvement_plan", opened)).content.decode()
    assert Action.objects.count() == 0


def test_one_action_is_updated_in_place() -> None:
    opened = open_return()
    action = plan_action(opened.lead, opened.return_id, "1.1", ACTION, at=AT)
    client, address = signed_in(opened.lead), in_organisation("improvement_plan", opened)
    page = client.get(address).content.decode()
    assert f"?update={action}#action-{action}" in page
    assert "Save progress" not in page
    page = client.get(f"{address}?update={action}").content.decode()
    assert f'action="{in_organisation("update_progress", opened, action_id=action)}"' in page
    assert "Save progress" in page
    assert "Save progress" not in signed_in(opened.signatory).get(f"{address}?update={action}").content.decode()


def test_what_is_done_or_taken_out_is_in_a_list_of_its_own() -> None:
    followed = followed_action(done=True)
    client, address = signed_in(followed.opened.lead), in_organisation("improvement_plan", followed.opened)
    assert ACTION.what not in client.get(address).content.decode()
    assert ACTION.what in client.get(f"{address}?show=done").content.decode()


def test_ten_statements_and_fifty_a_page(assert_queries: AssertQueries) -> None:
    opened = open_return()
    plan_action(opened.lead, opened.return_id, "1.1", ACTION, at=AT)
    client, address = signed_in(opened.lead), in_organisation("improvement_plan", opened)
    with assert_queries(10) as few:
        client.get(address)
    for number in range(59):
        make_action(opened.lead, opened.unit.pk, what=f"Action {number}")
    with assert_queries(few.count):
        page = client.get(address).content.decode()
    assert "Showing 1 to 50 of 60 actions" in page
    assert "Showing 51 to 60 of 60 actions" in client.get(f"{address}?page=2").content.decode()
