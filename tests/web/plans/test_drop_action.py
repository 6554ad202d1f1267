"""Taking an action out of the plan."""

import pytest

from section11.plans.models import Action
from section11.plans.vocabulary import ActionState
from section11.returns.operations.plan_action import plan_action
from tests.factories.browsers import signed_in
from tests.factories.returns import ACTION, AT, open_return
from tests.web.returns.pages import in_organisation

pytestmark = pytest.mark.django_db


def test_it_asks_first() -> None:
    opened = open_return()
    action = plan_action(opened.lead, opened.return_id, "1.1", ACTION, at=AT)
    path = in_organisation("drop_action", opened, action_id=action)
    client = signed_in(opened.lead)
    assert ACTION.what in client.get(path).content.decode()
    assert Action.objects.get().state == ActionState.OPEN
    assert client.post(path).status_code == 302
    assert Action.objects.get().state == ActionState.DROPPED
