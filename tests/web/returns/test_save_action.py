"""Where the action beside an answer is saved as it is typed."""

import pytest

from section11.plans.models import Action
from tests.factories.browsers import signed_in
from tests.factories.returns import answer_everything, ask, open_return
from tests.web.returns.pages import at_page

pytestmark = pytest.mark.django_db


def test_the_first_save_plans_it_and_the_next_changes_it() -> None:
    opened = open_return()
    client, path = signed_in(opened.lead), at_page("save_action", opened, statement_ref="1.1")
    first = client.post(path, {"what": "Train", "action_id": "", "action_version": "0"}).json()
    second = client.post(path, {"what": "Train all", "action_id": str(first["id"]), "action_version": str(first["version"])}).json()
    assert second["id"] == first["id"]
    assert Action.objects.get().what == "Train all"


def test_the_same_first_save_twice_plans_one_action() -> None:
    opened = open_return()
    client, path = signed_in(opened.lead), at_page("save_action", opened, statement_ref="1.1")
    for _ in range(2):
        assert client.post(path, {"what": "Train", "action_id": "", "action_version": "0"}).status_code == 200
    assert Action.objects.count() == 1


def test_a_stale_save_gets_both_texts() -> None:
    opened = open_return()
    client, path = signed_in(opened.lead), at_page("save_action", opened, statement_ref="1.1")
    client.post(path, {"what": "Theirs", "action_id": "", "action_version": "0"})
    stale = client.post(path, {"what": "Mine", "action_id": "", "action_version": "0"})
    assert stale.status_code == 409
    assert stale.json()["theirs"]["what"] == "Theirs"


def test_a_date_that_is_none_is_told() -> None:
    opened = open_return()
    typed = {"what": "Train", "due-day": "31", "due-month": "2", "due-year": "2027", "action_id": "", "action_version": "0"}
    response = signed_in(opened.lead).post(at_page("save_action", opened, statement_ref="1.1"), typed)
    assert response.status_code == 422
    assert "must be a real date" in response.json()["problems"]["due"]
    assert Action.objects.count() == 0


def test_a_contributor_who_was_not_handed_the_standard_changes_no_action_of_it() -> None:
    opened = open_return()
    path = at_page("save_action", opened, statement_ref="1.1")
    first = signed_in(opened.lead).post(path, {"what": "Train", "action_id": "", "action_version": "0"}).json()
    typed = {"what": "Theirs", "action_id": str(first["id"]), "action_version": str(first["version"])}
    assert signed_in(opened.contributor).post(path, typed).status_code == 404
    assert Action.objects.get().what == "Train"


def test_a_page_left_open_changes_no_action_of_a_return_that_is_being_signed() -> None:
    opened = open_return()
    client, path = signed_in(opened.lead), at_page("save_action", opened, statement_ref="1.1")
    first = client.post(path, {"what": "Train", "action_id": "", "action_version": "0"}).json()
    answer_everything(opened)
    ask(opened)
    refused = client.post(path, {"what": "Later", "action_id": str(first["id"]), "action_version": str(first["version"])})
    assert refused.status_code == 422
    assert "not open for changes" in refused.json()["problems"][""]
    assert Action.objects.get().what == "Train"
