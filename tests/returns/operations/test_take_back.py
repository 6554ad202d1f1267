from datetime import timedelta

import pytest

from section11.cycles.models import Cycle, Invitation
from section11.cycles.vocabulary import CycleState
from section11.lib.errors import Absent, Refused
from section11.returns.models import Return, SignOff
from section11.returns.operations import take_back as take_back_module
from section11.returns.operations.approve_return import approve_return
from section11.returns.operations.give_up_amendment import give_up_amendment
from section11.returns.operations.take_back import take_back
from section11.returns.queries.writing import head_for_lead
from tests.factories.returns import AT, answer_everything, ask, rate, read_by, sign
from tests.people import let_in
from tests.returns.around import events, people_around, return_in

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=2)


@pytest.mark.parametrize("state", ["with-signatory", "signed"])
def test_answers_can_change_again_and_the_sign_off_is_void(state: str) -> None:
    opened = return_in(state)
    take_back(opened.lead, opened.return_id, at=LATER)
    assert SignOff.objects.get().state == "taken-back"
    assert Return.objects.get(pk=opened.return_id).state == "open"
    assert Invitation.objects.get(pk=opened.invitation.pk).progress == "in-progress"
    assert events("took-back") == [(opened.organisation_stream, opened.lead.person_ref, f"return:{opened.return_id}", {})]
    rate(opened, "1.1", comment="More")
    if state == "with-signatory":
        with pytest.raises(Absent):
            approve_return(opened.signatory, opened.return_id, read=read_by(opened.signatory, opened.return_id), job_title="Head", at=LATER)


def test_while_amending_it_is_being_amended_again() -> None:
    opened = return_in("amending")
    sign(opened, at=LATER)
    take_back(opened.lead, opened.return_id, at=LATER)
    assert Invitation.objects.get(pk=opened.invitation.pk).progress == "amending"


def test_the_lead_may() -> None:
    opened = return_in("open")
    people = people_around(opened)
    answer_everything(opened)
    ask(opened)
    assert let_in(people, lambda who: take_back(who, opened.return_id, at=AT)) == {"lead"}


def test_once_the_audit_is_closed_it_stays_where_it_is() -> None:
    opened = return_in("signed")
    Cycle.objects.filter(pk=opened.cycle.pk).update(state="closed")
    with pytest.raises(Refused, match="closed this audit"):
        take_back(opened.lead, opened.return_id, at=LATER)


def test_if_it_was_signed_just_then_the_lead_reads_so(monkeypatch: pytest.MonkeyPatch) -> None:
    opened = return_in("with-signatory")

    def signed_just_then(viewer: object, return_id: int) -> object:
        found = head_for_lead(opened.lead, return_id)
        approve_return(opened.signatory, return_id, read=read_by(opened.signatory, return_id), job_title="Head", at=LATER)
        return found

    monkeypatch.setattr(take_back_module, "head_for_lead", signed_just_then)
    with pytest.raises(Refused, match="signed and waiting to be submitted now"):
        take_back(opened.lead, opened.return_id, at=LATER)
    assert Return.objects.get(pk=opened.return_id).state == "signed"


def test_after_the_audit_closed_an_amendment_can_still_be_taken_back_and_given_up() -> None:
    opened = return_in("amending")
    sign(opened, at=LATER)
    Cycle.objects.update(state=CycleState.CLOSED)
    take_back(opened.lead, opened.return_id, at=LATER)
    give_up_amendment(opened.lead, opened.return_id, at=LATER)
    assert Return.objects.get(pk=opened.return_id).state == "submitted"
