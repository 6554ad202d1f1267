"""Taking an action out of the plan."""

import pytest

from section11.plans.models import Action
from section11.plans.vocabulary import ActionState
from section11.returns.operations.plan_action import plan_action
from tests.factories.browsers import signed_in
from tests.factories.plans import followed_action
from tests.factories.returns import ACTION, AT, open_return
from tests.web.cycles.pages import words
from tests.web.plans.pages import lead_of, officer_of, own, theirs, told
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


def test_who_follows_it_is_told_why() -> None:
    followed = followed_action()
    client, path = lead_of(followed), own("drop_action", followed)
    response = client.post(path, {})
    assert response.status_code == 422
    assert "Say why you take this action out of the plan" in words(response)
    assert client.post(path, {"reason": "We closed the club"}).status_code == 302
    page = told(officer_of(followed), theirs("followed_action", followed))
    assert "The organisation took this out of its plan" in page
    assert "We closed the club" in page
