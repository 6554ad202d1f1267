"""The signatory's page."""

import re

import pytest

from section11.directory.vocabulary import Role
from section11.returns.operations.take_back import take_back
from tests.factories.browsers import signed_in
from tests.factories.directory import make_membership
from tests.factories.returns import AT, answer_everything, ask, open_return, rate
from tests.web.returns.pages import at_page, state

pytestmark = pytest.mark.django_db


def test_in_a_small_organisation_one_person_answers_signs_and_submits() -> None:
    opened = open_return()
    answer_everything(opened)
    client = signed_in(opened.lead)
    asked = client.post(at_page("check_return", opened), {"who": "self"})
    assert asked["Location"] == at_page("sign_off", opened)
    unread = client.post(at_page("sign_off", opened), {"decision": "approve", "job_title": "Chair"})
    assert (unread.status_code, state(opened)) == (422, "with-signatory")
    shown = re.search(r'name="read" value="(\w+)"', client.get(at_page("sign_off", opened)).content.decode())
    approved = client.post(at_page("sign_off", opened), {"decision": "approve", "job_title": "Chair", "read": shown and shown[1]})
    assert approved["Location"] == at_page("submit_return", opened)
    assert client.post(at_page("submit_return", opened)).status_code == 302
    assert state(opened) == "submitted"


def test_the_signatory_sends_back_with_a_note_that_the_lead_reads() -> None:
    opened = open_return()
    answer_everything(opened)
    ask(opened)
    head = signed_in(opened.signatory)
    assert head.post(at_page("sign_off", opened), {"decision": "send-back"}).status_code == 422
    head.post(at_page("sign_off", opened), {"decision": "send-back", "note": "Please check 1.2"})
    assert state(opened) == "open"
    assert "Please check 1.2" in signed_in(opened.lead).get(at_page("check_return", opened)).content.decode()


def test_somebody_else_cannot_decide() -> None:
    opened = open_return()
    answer_everything(opened)
    ask(opened)
    other = make_membership(role=Role.SIGNATORY, of=opened.unit).person
    signed_in(other).post(at_page("sign_off", opened), {"decision": "approve", "job_title": "Head"})
    signed_in(opened.lead).post(at_page("sign_off", opened), {"decision": "approve", "job_title": "Head"})
    assert state(opened) == "with-signatory"


def test_a_page_that_shows_an_older_return_approves_nothing_and_shows_the_present_one() -> None:
    opened = open_return()
    answer_everything(opened)
    ask(opened)
    head, path = signed_in(opened.signatory), at_page("sign_off", opened)
    [older] = re.findall(r'name="read" value="([0-9a-f]{64})"', head.get(path).content.decode())
    take_back(opened.lead, opened.return_id, at=AT)
    rate(opened, "1.1", comment="Written since")
    ask(opened)
    refused = head.post(path, {"decision": "approve", "job_title": "Head", "read": older})
    assert refused.status_code == 422
    shown = refused.content.decode()
    assert "has changed since you opened this page" in shown
    assert "Written since" in shown
    [newer] = re.findall(r'name="read" value="([0-9a-f]{64})"', shown)
    assert state(opened) == "with-signatory"
    head.post(path, {"decision": "approve", "job_title": "Head", "read": newer})
    assert state(opened) == "signed"
