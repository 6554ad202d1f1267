import pytest

from section11.returns.models import Submission
from tests.factories.browsers import signed_in
from tests.factories.returns import open_return, submitted_return
from tests.web.returns.pages import at_page, state

pytestmark = pytest.mark.django_db


def test_withdrawing_asks_for_a_reason_keeps_what_was_typed_and_says_what_comes_next() -> None:
    opened, reference = submitted_return()
    client = signed_in(opened.lead)
    assert "withdraw-submission" in client.get(at_page("submissions", opened)).content.decode()
    wrong = client.post(at_page("withdraw_submission", opened), {"reason": "x" * 5001})
    assert wrong.status_code == 422
    assert "Shorten this" in wrong.content.decode()
    assert "xxxxx" in wrong.content.decode()
    assert client.post(at_page("withdraw_submission", opened), {"reason": "Sent by mistake"}).status_code == 302
    assert state(opened) == "open"
    page = client.get(at_page("submissions", opened)).content.decode()
    assert "Withdrawn" in page
    assert "Sent by mistake" in page
    assert client.get(at_page("own_submission", opened, reference=reference)).status_code == 200
    assert Submission.objects.count() == 1


def test_a_second_post_is_told_that_it_has_moved_on() -> None:
    opened, _ = submitted_return()
    client = signed_in(opened.lead)
    client.post(at_page("withdraw_submission", opened), {"reason": "Once"})
    again = client.post(at_page("withdraw_submission", opened), {"reason": "Twice"})
    assert again.status_code == 422
    assert "open for answers now" in again.content.decode()


def test_only_leads_are_offered_it_and_only_when_there_is_something() -> None:
    opened, _ = submitted_return()
    assert "withdraw-submission" not in signed_in(opened.contributor).get(at_page("submissions", opened)).content.decode()
    assert signed_in(opened.contributor).get(at_page("withdraw_submission", opened)).status_code == 404
    waiting = open_return()
    assert "withdraw-submission" not in signed_in(waiting.lead).get(at_page("submissions", waiting)).content.decode()
