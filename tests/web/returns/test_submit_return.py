"""From sign-off to the receipt."""

import re

import pytest

from section11.directory.vocabulary import Role
from section11.returns.models import Submission
from tests.factories.browsers import signed_in
from tests.factories.returns import answer_everything, membership_id, open_return
from tests.web.returns.pages import at_page, state

pytestmark = pytest.mark.django_db


def test_the_lead_asks_a_signatory_who_approves_by_their_own_page_and_the_lead_submits() -> None:
    opened = open_return()
    answer_everything(opened)
    lead, head = signed_in(opened.lead), signed_in(opened.signatory)
    chosen = membership_id(opened.signatory, Role.SIGNATORY, opened.unit)
    assert lead.post(at_page("check_return", opened), {"who": str(chosen)}).status_code == 302
    assert state(opened) == "with-signatory"
    asked = head.get(at_page("sign_off", opened)).content.decode()
    assert "Do you approve" in asked
    shown = re.search(r'name="read" value="(\w+)"', asked)
    assert shown
    assert head.post(at_page("sign_off", opened), {"decision": "approve", "read": shown[1]}).status_code == 422
    answer = {"decision": "approve", "job_title": "Headteacher", "read": shown[1]}
    approved = head.post(at_page("sign_off", opened), answer, follow=True)
    assert "Approved" in approved.content.decode()
    assert "Submit return</button>" in lead.get(at_page("submit_return", opened)).content.decode()
    receipt = lead.post(at_page("submit_return", opened), follow=True)
    made = Submission.objects.get(unit_return_id=opened.return_id)
    assert made.reference in receipt.content.decode()
    assert made.signed_by.endswith(", Headteacher")


def test_an_unsigned_return_cannot_be_submitted() -> None:
    opened = open_return()
    answer_everything(opened)
    assert signed_in(opened.lead).post(at_page("submit_return", opened)).status_code == 422
    assert Submission.objects.count() == 0
