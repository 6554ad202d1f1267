"""One action that a partnership follows."""

from datetime import timedelta

import pytest

from section11.directory.vocabulary import Role
from section11.plans.operations.share_actions import share_actions
from section11.plans.operations.update_progress import update_progress
from section11.plans.rules.updates import ProgressText
from tests.factories.browsers import signed_in
from tests.factories.plans import Followed, followed_action, planned
from tests.factories.returns import ACTION, AT, answer_everything, open_return, partnership_viewer, sign_and_submit
from tests.plans.acts import ACTS
from tests.queries import AssertQueries
from tests.web.plans.pages import officer_of, theirs, told

pytestmark = pytest.mark.django_db


def test_officers_decide_and_others_read() -> None:
    followed = followed_action(done=True)
    path = theirs("followed_action", followed)
    page = told(officer_of(followed), path)
    for text in ("Confirm that it is done", "Open it again", "Who was better off", ACTION.what):
        assert text in page
    for role in (Role.REVIEWER, Role.SCRUTINEER):
        reader = told(signed_in(partnership_viewer(followed.opened, role)), path)
        assert ACTION.what in reader
        assert "Confirm that it is done" not in reader
    assert signed_in(partnership_viewer(followed.opened, Role.EXECUTIVE_VIEWER)).get(path).status_code == 404


def test_what_was_drafted_before_the_submission_is_not_in_its_history() -> None:
    opened = open_return()
    action_id = planned(opened)
    update_progress(opened.lead, action_id, ProgressText("Our private draft", "red", ACTION.due), version=1, at=AT - timedelta(days=2))
    update_progress(opened.lead, action_id, ProgressText("Begun", "amber", ACTION.due), version=2, at=AT - timedelta(days=1))
    answer_everything(opened)
    followed = Followed(opened, action_id)
    assert officer_of(followed).get(theirs("followed_action", followed)).status_code == 404
    sign_and_submit(opened)
    page = told(officer_of(followed), theirs("followed_action", followed))
    assert "Begun" in page
    assert "Our private draft" not in page


def test_another_partnership_reads_nothing_of_what_this_one_says() -> None:
    followed = followed_action()
    other = open_return(unit=followed.opened.unit)
    share_actions([followed.action_id], other.invitation.pk, at=AT)
    ACTS["ask_for_support"](followed.opened.lead, followed.action)
    ACTS["reply_to_support"](followed.opened.officer, followed.action)
    there = Followed(other, followed.action_id)
    assert "We send a trainer" in told(officer_of(followed), theirs("followed_action", followed))
    page = told(officer_of(there), theirs("followed_action", there))
    assert "A trainer, please" in page
    assert "We send a trainer" not in page


def test_ten_statements_whatever_its_history(assert_queries: AssertQueries) -> None:
    followed = followed_action()
    client = officer_of(followed)
    with assert_queries(10) as few:
        told(client, theirs("followed_action", followed))
    for _ in range(12):
        ACTS["change_action"](followed.opened.lead, followed.action)
        ACTS["ask_for_support"](followed.opened.lead, followed.action)
    with assert_queries(few.count):
        told(client, theirs("followed_action", followed))
