from datetime import timedelta

import pytest

from section11.cycles.models import Invitation
from section11.lib.errors import Absent, Refused
from section11.returns.models import Return, SignOff
from section11.returns.operations.send_back import send_back
from tests.factories.returns import AT, answer_everything, ask, rate
from tests.people import let_in
from tests.returns.around import events, people_around, return_in

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=2)


def test_the_lead_can_change_answers_again_and_reads_why() -> None:
    asked = return_in("with-signatory")
    send_back(asked.signatory, asked.return_id, note=" Say more\r\nabout 1.1 ", at=LATER)
    kept = SignOff.objects.get()
    assert (kept.state, kept.decided_at, kept.note) == ("sent-back", LATER, "Say more\nabout 1.1")
    assert Return.objects.get(pk=asked.return_id).state == "open"
    assert Invitation.objects.get(pk=asked.invitation.pk).progress == "in-progress"
    rate(asked, "1.1", comment="More")
    ask(asked, at=LATER)
    assert SignOff.objects.filter(state="asked").count() == 1


def test_the_organisation_reads_that_it_was_sent_back_and_not_why() -> None:
    asked = return_in("with-signatory")
    send_back(asked.signatory, asked.return_id, note="Say more", at=LATER)
    assert events("sent-back") == [(asked.organisation_stream, asked.signatory.person_ref, f"return:{asked.return_id}", {})]


def test_the_signatory_who_was_asked_may() -> None:
    opened = return_in("open")
    people = people_around(opened)
    answer_everything(opened)
    ask(opened)
    assert let_in(people, lambda who: send_back(who, opened.return_id, note="Say more", at=AT)) == {"signatory"}


@pytest.mark.parametrize("note", ["", " \n", "a" * 5001])
def test_what_should_change_is_said(note: str) -> None:
    asked = return_in("with-signatory")
    with pytest.raises(Refused) as told:
        send_back(asked.signatory, asked.return_id, note=note, at=LATER)
    assert set(told.value.problems) == {"note"}
    assert Return.objects.get(pk=asked.return_id).state == "with-signatory"


def test_what_was_sent_back_once_is_not_asked_any_more() -> None:
    asked = return_in("with-signatory")
    send_back(asked.signatory, asked.return_id, note="Say more", at=LATER)
    with pytest.raises(Absent):
        send_back(asked.signatory, asked.return_id, note="Say more", at=LATER)
