"""Saying how an action is going."""

import pytest

from section11.lib.clock import now
from section11.returns.operations.hold_post import hold_post
from tests.factories.browsers import signed_in
from tests.factories.plans import followed_action, planned
from tests.factories.returns import ACTION, answer_everything, open_return, sign
from tests.queries import AssertQueries
from tests.web.cycles.pages import words
from tests.web.plans.pages import lead_of, own, told
from tests.web.returns.pages import in_organisation

pytestmark = pytest.mark.django_db
assert ACTION.due
DUE = {"due-day": str(ACTION.due.day), "due-month": str(ACTION.due.month), "due-year": str(ACTION.due.year)}


def test_it_is_saved_and_leads_back_to_its_place_in_the_plan() -> None:
    followed = followed_action()
    path = own("update_progress", followed)
    client = lead_of(followed)
    assert f"{followed.opened.cycle.partnership.name} will read this" in told(client, path)
    response = client.post(path, {"rag": "amber", "progress": "Half done", "version": "1", **DUE})
    assert response["Location"].endswith(f"/plan#action-{followed.action_id}")
    assert (followed.action.progress, followed.action.rag) == ("Half done", "amber")


def test_what_is_wrong_is_said_at_once_with_all_that_was_typed() -> None:
    followed = followed_action()
    response = lead_of(followed).post(
        own("update_progress", followed), {"progress": "Half done", "version": "1", **DUE, "due-year": "2199"}
    )
    page = response.content.decode()
    assert response.status_code == 422
    assert "Check the year" in page
    assert "Say why the date has changed" in page
    assert "Half done" in page


def test_the_second_to_save_sees_both_texts_and_may_save_again() -> None:
    followed = followed_action()
    path, client = own("update_progress", followed), lead_of(followed)
    client.post(path, {"progress": "Theirs", "version": "1", **DUE})
    response = client.post(path, {"progress": "Mine", "version": "1", **DUE})
    assert response.status_code == 409
    assert "Theirs" in words(response)
    assert "Mine" in response.content.decode()
    assert 'name="version" value="2"' in response.content.decode()
    assert client.post(path, {"progress": "Mine", "version": "2", **DUE}).status_code == 302


def test_what_is_done_is_not_under_way() -> None:
    followed = followed_action(done=True)
    client, path = lead_of(followed), own("update_progress", followed)
    assert client.get(path)["Location"].endswith(f"/plan/{followed.action_id}")
    response = client.post(path, {"progress": "More", "version": "2", **DUE})
    assert response.status_code == 422
    assert "This action is marked done now" in words(response)


def test_while_the_return_is_signed_the_page_says_what_a_new_date_means() -> None:
    opened = open_return()
    action = planned(opened)
    answer_everything(opened)
    path = in_organisation("update_progress", opened, action_id=action)
    client = signed_in(opened.lead)
    assert "must be signed again" not in told(client, path)
    sign(opened)
    assert "must be signed again" in told(client, path)


def test_what_was_typed_while_signed_out_stands_in_its_boxes_again(assert_queries: AssertQueries) -> None:
    followed = followed_action()
    path = own("update_progress", followed)
    typed = {"progress": ["Typed before"], "rag": ["red"], "due-day": ["1"], "due-month": ["2"], "due-year": ["2031"], "version": ["1"]}
    hold_post(followed.opened.lead, path=path, fields=typed, at=now())
    client = lead_of(followed)
    with assert_queries(10):
        page = client.get(path).content.decode()
    assert "Typed before" in page
    assert 'value="2031"' in page
    assert "It is not saved yet" in page
    held = page.partition('name="held" value="')[2].partition('"')[0]
    client.post(path, {"progress": "Typed before", "version": "1", "held": held, **DUE})
    assert "Typed before" in client.get(path).content.decode()
    assert "It is not saved yet" not in client.get(path).content.decode()
