"""From a complete return to its receipt and back into an amendment, page by page and without script."""

import pytest
from django.urls import reverse

from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from section11.directory.models import Membership, Person
from section11.directory.vocabulary import Role
from section11.returns.models import Amendment, Return, Submission
from tests.factories.browsers import signed_in
from tests.factories.directory import make_membership
from tests.factories.returns import Opened, answer_everything, ask, membership_id, open_return, rate, sign, submitted_return

pytestmark = pytest.mark.django_db


def at_page(name: str, opened: Opened, **more: str) -> str:
    return reverse(name, kwargs={"organisation": opened.unit.organisation.slug, "return_id": opened.return_id, **more})


def state(opened: Opened) -> str:
    return Return.objects.get(pk=opened.return_id).state


def test_check_lists_exactly_what_is_missing_by_name_and_link() -> None:
    opened = open_return()
    rate(opened, "1.1", "met")
    rate(opened, "1.2", "partial")
    page = signed_in(opened.lead).get(at_page("check_return", opened)).content.decode()
    assert "3 things still missing" in page
    assert f'href="{at_page("standard", opened, standard_ref="1")}#s-1_2"' in page
    assert f'href="{at_page("standard", opened, standard_ref="1")}#s-1_1"' not in page
    assert "Ask for sign-off</button>" not in page


def test_the_lead_asks_a_signatory_who_approves_by_their_own_page_and_the_lead_submits() -> None:
    opened = open_return()
    answer_everything(opened)
    lead, head = signed_in(opened.lead), signed_in(opened.signatory)
    chosen = membership_id(opened.signatory, Role.SIGNATORY, opened.unit)
    assert lead.post(at_page("check_return", opened), {"who": str(chosen)}).status_code == 302
    assert state(opened) == "with-signatory"
    assert "Do you approve" in head.get(at_page("sign_off", opened)).content.decode()
    assert head.post(at_page("sign_off", opened), {"decision": "approve"}).status_code == 422
    approved = head.post(at_page("sign_off", opened), {"decision": "approve", "job_title": "Headteacher"}, follow=True)
    assert "Approved" in approved.content.decode()
    assert "Submit return</button>" in lead.get(at_page("submit_return", opened)).content.decode()
    receipt = lead.post(at_page("submit_return", opened), follow=True)
    made = Submission.objects.get(unit_return_id=opened.return_id)
    assert made.reference in receipt.content.decode()
    assert made.signed_by.endswith(", Headteacher")


def test_somebody_new_can_be_named_as_signatory() -> None:
    opened = open_return()
    answer_everything(opened)
    typed = {"who": "new", "name": "", "email": "not an address"}
    wrong = signed_in(opened.lead).post(at_page("check_return", opened), typed)
    assert wrong.status_code == 422
    assert b"Enter their name" in wrong.content
    right = {"who": "new", "name": "Ama Osei", "email": "Chair@charity.example"}
    assert signed_in(opened.lead).post(at_page("check_return", opened), right).status_code == 302
    person = Person.objects.get(email="chair@charity.example")
    assert Membership.objects.filter(person=person, role=Role.SIGNATORY, unit=opened.unit).exists()


def test_in_a_small_organisation_one_person_answers_signs_and_submits() -> None:
    opened = open_return()
    answer_everything(opened)
    client = signed_in(opened.lead)
    asked = client.post(at_page("check_return", opened), {"who": "self"})
    assert asked["Location"] == at_page("sign_off", opened)
    approved = client.post(at_page("sign_off", opened), {"decision": "approve", "job_title": "Chair"})
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


def test_the_lead_takes_a_signed_return_back() -> None:
    opened = open_return()
    answer_everything(opened)
    sign(opened)
    client = signed_in(opened.lead)
    assert client.get(at_page("take_back", opened)).status_code == 200
    assert state(opened) == "signed"
    client.post(at_page("take_back", opened))
    assert state(opened) == "open"


def test_an_unsigned_return_cannot_be_submitted() -> None:
    opened = open_return()
    answer_everything(opened)
    assert signed_in(opened.lead).post(at_page("submit_return", opened)).status_code == 422
    assert Submission.objects.count() == 0


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


def test_giving_up_an_amendment_leads_back_to_the_submission() -> None:
    opened, _ = submitted_return()
    client = signed_in(opened.lead)
    client.post(at_page("start_amendment", opened), {"reason": "A slip"})
    rate(opened, "1.1", "partial")
    assert client.get(at_page("give_up_amendment", opened)).status_code == 200
    client.post(at_page("give_up_amendment", opened))
    assert state(opened) == "submitted"
    assert Amendment.objects.get().given_up


def test_after_the_audit_closes_everything_can_still_be_read_and_nothing_changed() -> None:
    opened, reference = submitted_return()
    Cycle.objects.update(state=CycleState.CLOSED)
    client = signed_in(opened.lead)
    for name, more in (("return_tasks", {}), ("return_copy", {}), ("submissions", {}), ("own_submission", {"reference": reference})):
        assert client.get(at_page(name, opened, **more)).status_code == 200, name
    client.post(at_page("start_amendment", opened), {"reason": "Too late"})
    assert state(opened) == "submitted"
