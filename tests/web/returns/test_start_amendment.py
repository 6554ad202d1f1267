"""Amending a submitted return."""

import pytest

from section11.returns.models import Submission
from tests.factories.browsers import signed_in
from tests.factories.returns import rate, sign, submitted_return
from tests.web.returns.pages import at_page, state

pytestmark = pytest.mark.django_db


def test_amending_asks_for_a_reason_and_makes_a_second_submission_beside_the_first() -> None:
    opened, first = submitted_return()
    client = signed_in(opened.lead)
    wrong = client.post(at_page("start_amendment", opened), {"reason": " "})
    assert wrong.status_code == 422
    assert b"Say why" in wrong.content
    client.post(at_page("start_amendment", opened), {"reason": "New policy"})
    assert state(opened) == "open"
    rate(opened, "1.1", "met", comment="Policy agreed in May")
    sign(opened)
    client.post(at_page("submit_return", opened))
    page = client.get(at_page("submissions", opened)).content.decode()
    assert first in page
    assert "New policy" in page
    assert "Policy agreed in May" not in client.get(at_page("own_submission", opened, reference=first)).content.decode()
    second = Submission.objects.get(number=2)
    assert "Policy agreed in May" in client.get(at_page("own_submission", opened, reference=second.reference)).content.decode()
