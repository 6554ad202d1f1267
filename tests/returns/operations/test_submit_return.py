from datetime import timedelta

import pytest

from section11.cycles.models import Cycle, Invitation
from section11.evidence.operations.remove_evidence import remove_evidence
from section11.lib.errors import Refused
from section11.plans.models import Action
from section11.plans.operations.change_action import change_action
from section11.plans.operations.drop_action import drop_action
from section11.returns.models import Amendment, Return, ReturnInvitation, Submission, SubmittedAnswer
from section11.returns.operations import submit_return as submit_module
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.operations.plan_action import plan_action
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.operations.submit_return import submit_return
from section11.returns.operations.take_back import take_back
from section11.returns.queries.writing import head_for_lead
from tests.factories.returns import ACTION, AT, Opened, answer_everything, make_reference, open_return, rate, sign, sign_and_submit
from tests.people import let_in
from tests.returns.around import events, people_around, return_in

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=2)


def refused(opened: Opened) -> str:
    """Why it is not submitted; nothing of it is."""
    with pytest.raises(Refused) as told:
        submit_return(opened.lead, opened.return_id, at=LATER)
    assert Return.objects.get(pk=opened.return_id).state == "signed"
    assert not Submission.objects.filter(unit_return_id=opened.return_id).exists()
    assert not events("submitted-return")
    return str(told.value)


def test_the_partnership_receives_a_frozen_copy_and_the_lead_a_reference() -> None:
    opened = return_in("signed")
    told = submit_return(opened.lead, opened.return_id, at=LATER)
    made = Submission.objects.get(reference=told)
    assert (made.invitation, made.unit_return_id, made.number, made.submitted_at) == (opened.invitation, opened.return_id, 1, LATER)
    assert (made.submitted_by, made.submitted_by_ref) == (opened.lead.name, opened.lead.person_ref)
    assert (made.signed_by, made.reason) == (f"{opened.signatory.name}, Headteacher", "")
    assert Return.objects.get(pk=opened.return_id).state == "submitted"
    stands = Invitation.objects.get(pk=opened.invitation.pk)
    assert (stands.progress, stands.submissions, stands.submitted_at) == ("submitted", 1, LATER)
    assert (stands.submitted_by, stands.answered, stands.asked) == (opened.lead.name, 4, 4)
    assert ReturnInvitation.objects.get(invitation=opened.invitation).latest == made


def test_organisation_and_partnership_read_what_was_submitted() -> None:
    opened = return_in("signed")
    made = Submission.objects.get(reference=submit_return(opened.lead, opened.return_id, at=LATER))
    details = {"number": 1, "content": made.content_hash, "return": f"return:{opened.return_id}"}
    told = (opened.lead.person_ref, made.ref, details)
    assert events("submitted-return") == [(opened.organisation_stream, *told), (opened.partnership_stream, *told)]


def test_an_amended_return_makes_the_next_submission_with_its_reason_and_the_first_stays() -> None:
    opened = return_in("submitted")
    start_amendment(opened.lead, opened.return_id, "A slip", at=LATER)
    rate(opened, "1.1", "met", comment="Better", at=LATER)
    told = sign_and_submit(opened, at=LATER)
    one, two = Submission.objects.order_by("number")
    assert (one.number, one.reason, two.number, two.reason, two.reference) == (1, "", 2, "A slip", told)
    texts = SubmittedAnswer.objects.filter(statement__ref="1.1").order_by("submission__number").values_list("comment", flat=True)
    assert list(texts) == ["", "Better"]
    assert Amendment.objects.get().ended_at == LATER
    assert ReturnInvitation.objects.get(invitation=opened.invitation).latest == two
    assert Invitation.objects.get(pk=opened.invitation.pk).submissions == 2


def test_the_lead_may() -> None:
    opened = return_in("open")
    people = people_around(opened)
    answer_everything(opened)
    sign(opened)
    assert let_in(people, lambda who: submit_return(who, opened.return_id, at=AT)) == {"lead"}


def test_a_late_return_is_taken_until_the_audit_closes() -> None:
    opened = return_in("signed")
    Cycle.objects.filter(pk=opened.cycle.pk).update(state="closed")
    assert "closed this audit" in refused(opened)
    Cycle.objects.filter(pk=opened.cycle.pk).update(state="open")
    assert submit_return(opened.lead, opened.return_id, at=AT + timedelta(days=4000))


@pytest.mark.parametrize("state", ["withdrawn", "exempt"])
def test_an_invitation_taken_back_takes_no_return(state: str) -> None:
    opened = return_in("signed")
    Invitation.objects.filter(pk=opened.invitation.pk).update(state=state)
    refused(opened)


@pytest.mark.parametrize("closing", ["closed", "withdrawn"])
def test_what_closes_between_the_look_and_the_submission_is_noticed(closing: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = return_in("signed")

    def look_and_then_it_closes(viewer: object, return_id: int) -> object:
        monkeypatch.setattr(submit_module, "head_for_lead", head_for_lead)
        found = head_for_lead(opened.lead, return_id)
        if closing == "closed":
            Cycle.objects.filter(pk=opened.cycle.pk).update(state=closing)
        else:
            Invitation.objects.filter(pk=opened.invitation.pk).update(state=closing)
        return found

    monkeypatch.setattr(submit_module, "head_for_lead", look_and_then_it_closes)
    assert "closed this audit" in refused(opened)


def planned() -> tuple[Opened, int, int]:
    """A signed return with an action in its plan and a piece of evidence."""
    opened = open_return()
    answer_everything(opened)
    rate(opened, "1.1", "partial")
    action_id = plan_action(opened.lead, opened.return_id, "1.1", ACTION, at=AT)
    item = make_reference(opened)
    cite_evidence(opened.lead, opened.return_id, "1.2", item, at=AT)
    sign(opened)
    return opened, action_id, item


def test_what_goes_is_what_was_signed() -> None:
    opened, action_id, _ = planned()
    change_action(opened.lead, action_id, type(ACTION)(what="Train nobody", who="Nobody", due=ACTION.due), version=1, at=LATER)
    assert "changed since it was signed" in refused(opened)
    take_back(opened.lead, opened.return_id, at=LATER)
    assert sign_and_submit(opened, at=LATER)


def test_evidence_that_was_removed_after_it_was_signed_does_not_go() -> None:
    opened, _, item = planned()
    remove_evidence(opened.lead, item, at=LATER)
    assert "changed since it was signed" in refused(opened)


def test_a_gap_that_opened_after_it_was_signed_is_named() -> None:
    opened, action_id, _ = planned()
    drop_action(opened.lead, action_id, at=LATER)
    with pytest.raises(Refused) as told:
        submit_return(opened.lead, opened.return_id, at=LATER)
    assert set(told.value.problems) == {"1.1"}
    assert Action.objects.get().state == "dropped"


def test_actions_of_other_returns_neither_go_nor_matter() -> None:
    opened, _, _ = planned()
    other = open_return(unit=opened.unit)
    plan_action(other.lead, other.return_id, "1.1", ACTION, at=LATER)
    submit_return(opened.lead, opened.return_id, at=LATER)
    assert Submission.objects.get().actions.count() == 1
