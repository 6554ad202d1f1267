"""One action of one's own plan."""

import pytest

from section11.challenge.operations.reopen_action import reopen_action
from section11.plans.operations.ask_for_support import ask_for_support
from section11.plans.operations.drop_action import drop_action
from tests.factories.browsers import signed_in
from tests.factories.plans import followed_action, planned
from tests.factories.returns import AT, open_return
from tests.plans.acts import ACTS
from tests.queries import AssertQueries
from tests.web.plans.pages import lead_of, own, told
from tests.web.returns.pages import in_organisation

pytestmark = pytest.mark.django_db


def test_it_says_who_reads_it_and_what_can_be_done() -> None:
    followed = followed_action()
    page = told(lead_of(followed), own("own_action", followed))
    assert f"{followed.opened.cycle.partnership.name} follows this action and reads what you write here" in page
    for words in ("Update progress", "Mark as done", "Ask for support", "Change the wording", "Take it out of the plan"):
        assert words in page
    assert "Update progress" not in told(signed_in(followed.opened.signatory), own("own_action", followed))


def test_before_a_submission_nobody_reads_it() -> None:
    opened = open_return()
    page = told(signed_in(opened.lead), in_organisation("own_action", opened, action_id=planned(opened)))
    assert "No partnership sees this action yet" in page
    assert "Ask for support" not in page


def test_its_history_and_its_conversation_are_there(assert_queries: AssertQueries) -> None:
    followed = followed_action()
    ask_for_support(followed.opened.lead, followed.action_id, "A trainer, please", version=1, at=AT)
    ACTS["reply_to_support"](followed.opened.officer, followed.action)
    ACTS["finish_action"](followed.opened.lead, followed.action)
    reopen_action(followed.opened.officer, followed.action_id, "Two are missing", version=4, at=AT)
    client = lead_of(followed)
    with assert_queries(10) as few:
        page = told(client, own("own_action", followed))
    for words in ("A trainer, please", "We send a trainer", "Marked done", "Who was better off", "Opened again", "Two are missing"):
        assert words in page
    for _ in range(12):
        ACTS["change_action"](followed.opened.lead, followed.action)
        ACTS["update_progress"](followed.opened.lead, followed.action)
    with assert_queries(few.count):
        told(client, own("own_action", followed))


def test_what_was_taken_out_is_still_to_be_read() -> None:
    followed = followed_action()
    drop_action(followed.opened.lead, followed.action_id, reason="We closed the club", at=AT)
    page = told(lead_of(followed), own("own_action", followed))
    assert "This action was taken out of the plan" in page
    assert "We closed the club" in page
    assert "Update progress" not in page
