"""Updating an action."""

import pytest

from section11.plans.models import Action
from section11.returns.operations.plan_action import plan_action
from tests.factories.browsers import signed_in
from tests.factories.returns import ACTION, AT, open_return
from tests.web.returns.pages import in_organisation

pytestmark = pytest.mark.django_db
DUE = {"due-day": "1", "due-month": "12", "due-year": "2030"}


def test_progress_is_updated_in_place() -> None:
    opened = open_return()
    action = plan_action(opened.lead, opened.return_id, "1.1", ACTION, at=AT)
    path = in_organisation("change_action", opened, action_id=action)
    client = signed_in(opened.lead)
    assert ACTION.what in client.get(path).content.decode()
    typed = {"what": ACTION.what, "who": "Head", "progress": "Half done", "rag": "green", "version": "1", **DUE}
    assert client.post(path, typed).status_code == 302
    assert Action.objects.get().progress == "Half done"


def test_the_second_to_save_sees_both_texts() -> None:
    opened = open_return()
    action = plan_action(opened.lead, opened.return_id, "1.1", ACTION, at=AT)
    path = in_organisation("change_action", opened, action_id=action)
    client = signed_in(opened.lead)
    client.post(path, {"what": "Theirs", "version": "1", **DUE})
    response = client.post(path, {"what": "Mine", "version": "1", **DUE})
    page = response.content.decode()
    assert response.status_code == 409
    assert "Theirs" in page
    assert "Mine" in page
    assert client.post(path, {"what": "Mine", "version": "2", **DUE}).status_code == 302
    assert Action.objects.get().what == "Mine"
