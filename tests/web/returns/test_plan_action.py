"""One more action for a statement."""

import pytest

from section11.lib.clock import now
from section11.plans.models import Action
from section11.returns.operations.hold_post import hold_post
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


def test_what_was_typed_while_signed_out_stands_in_its_boxes_again() -> None:
    opened = open_return()
    client, path = signed_in(opened.lead), at_page("plan_action", opened, statement_ref="1.1")
    typed = {
        "what": ["Train everybody"],
        "who": ["Head"],
        "due-day": ["31"],
        "due-month": ["3"],
        "due-year": ["2031"],
        "wants_help": ["on"],
    }
    hold_post(opened.lead, path=path, fields=typed, at=now())
    page = client.get(path).content.decode()
    for part in ("Train everybody", 'value="Head"', 'value="2031"', "checked", "It is not saved yet"):
        assert part in page
    held = page.partition('name="held" value="')[2].partition('"')[0]
    due = {"due-day": "31", "due-month": "3", "due-year": "2031"}
    assert client.post(path, {"what": "Train everybody", "who": "Head", "held": held, **due}).status_code == 302
    assert "Train everybody" not in client.get(path).content.decode()
    assert Action.objects.count() == 1
