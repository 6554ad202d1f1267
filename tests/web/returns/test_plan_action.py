"""One more action for a statement."""

import pytest

from section11.plans.models import Action
from tests.factories.browsers import signed_in
from tests.factories.returns import open_return
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_it_is_added_to_the_plan() -> None:
    opened = open_return()
    client, path = signed_in(opened.lead), at_page("plan_action", opened, statement_ref="1.1")
    due = {"due-day": "31", "due-month": "3", "due-year": "2099"}
    too_far = client.post(path, {"what": "Train", "who": "Head", **due})
    assert too_far.status_code == 422
    assert b"Check the year" in too_far.content
    assert b"Train" in too_far.content
    assert client.post(path, {"what": "Train", "who": "Head"}).status_code == 302
    assert Action.objects.get().statement is not None


def test_an_empty_action_is_refused() -> None:
    opened = open_return()
    response = signed_in(opened.lead).post(at_page("plan_action", opened, statement_ref="1.1"), {})
    assert response.status_code == 422
    assert b"Say what you will do" in response.content
