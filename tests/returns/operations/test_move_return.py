"""Each move of a return from each state: those that may be made, and that every other is refused."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from section11.cycles.models import Invitation
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.returns.models import Return
from section11.returns.operations.approve_return import approve_return
from section11.returns.operations.ask_sign_off import ask_sign_off
from section11.returns.operations.give_up_amendment import give_up_amendment
from section11.returns.operations.move_return import move_return
from section11.returns.operations.send_back import send_back
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.operations.submit_return import submit_return
from section11.returns.operations.take_back import take_back
from section11.returns.queries.head import return_head
from section11.returns.rules.transitions import MOVES, STATE_WORDS
from section11.returns.vocabulary import ReturnState
from tests.factories.returns import AT, Opened, answer_everything, membership_id, open_return, read_by
from tests.returns.around import events, return_in

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=2)

ACTS: dict[str, Callable[[Opened], object]] = {
    "ask_sign_off": lambda o: ask_sign_off(o.lead, o.return_id, membership_id(o.signatory, Role.SIGNATORY, o.unit), at=LATER),
    "approve_return": lambda o: approve_return(
        o.signatory, o.return_id, read=read_by(o.signatory, o.return_id), job_title="Head", at=LATER
    ),
    "send_back": lambda o: send_back(o.signatory, o.return_id, note="Say more", at=LATER),
    "take_back": lambda o: take_back(o.lead, o.return_id, at=LATER),
    "submit_return": lambda o: submit_return(o.lead, o.return_id, at=LATER),
    "start_amendment": lambda o: start_amendment(o.lead, o.return_id, "A slip", at=LATER),
    "give_up_amendment": lambda o: give_up_amendment(o.lead, o.return_id, at=LATER),
}
LEGAL = {
    "open": {"ask_sign_off": "with-signatory"},
    "with-signatory": {"approve_return": "signed", "send_back": "open", "take_back": "open"},
    "signed": {"take_back": "open", "submit_return": "submitted"},
    "submitted": {"start_amendment": "open"},
    "amending": {"ask_sign_off": "with-signatory", "give_up_amendment": "submitted"},
}
VERBS = (
    "asked-sign-off",
    "approved-return",
    "sent-back",
    "took-back",
    "submitted-return",
    "started-amendment",
    "gave-up-amendment",
)


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("state", LEGAL)
def test_a_move_is_made_from_where_it_starts_and_refused_from_everywhere_else(state: str, act: str) -> None:
    opened = return_in(state)
    if state == "open":
        answer_everything(opened)
    before = Return.objects.get(pk=opened.return_id).state
    progress = Invitation.objects.get(pk=opened.invitation.pk).progress
    told = {verb: len(events(verb)) for verb in VERBS}
    if act in LEGAL[state]:
        ACTS[act](opened)
        assert Return.objects.get(pk=opened.return_id).state == LEGAL[state][act]
        return
    with pytest.raises((Refused, Absent)):
        ACTS[act](opened)
    assert Return.objects.get(pk=opened.return_id).state == before
    assert Invitation.objects.get(pk=opened.invitation.pk).progress == progress
    assert {verb: len(events(verb)) for verb in VERBS} == told


@pytest.mark.parametrize("state", list(ReturnState))
@pytest.mark.parametrize("move", MOVES)
def test_the_row_moves_only_from_its_start_and_whoever_is_refused_reads_where_it_is(state: ReturnState, move: str) -> None:
    opened = open_return()
    head = return_head(opened.lead, opened.return_id)
    Return.objects.filter(pk=opened.return_id).update(state=state)
    start, end = MOVES[move]
    if state == start:
        move_return(head, move)
        assert Return.objects.get(pk=opened.return_id).state == end
    else:
        with pytest.raises(Refused, match=STATE_WORDS[state]):
            move_return(head, move)
        assert Return.objects.get(pk=opened.return_id).state == state


def test_other_returns_stay_where_they_are() -> None:
    one, other = open_return(), open_return()
    move_return(return_head(one.lead, one.return_id), "ask_sign_off")
    assert Return.objects.get(pk=other.return_id).state == "open"
    assert Invitation.objects.get(pk=other.invitation.pk).progress == "not-opened"
