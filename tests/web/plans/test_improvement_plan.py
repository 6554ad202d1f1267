"""An organisation's improvement plan."""

from dataclasses import replace

import pytest

from section11.plans.models import Action
from section11.returns.operations.plan_action import plan_action
from tests.factories.browsers import signed_in
from tests.factories.returns import ACTION, AT, open_return
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
