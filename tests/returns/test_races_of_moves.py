"""A return is frozen, signed, sent and amended while others write: each move happens once, and no accepted save is missing."""

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Invitation
from section11.cycles.operations.close_cycle import close_cycle
from section11.cycles.operations.withdraw_invitations import withdraw_invitations
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from section11.returns.models import Amendment, Answer, Return, SignOff, Submission, SubmittedAnswer
from section11.returns.operations.approve_return import approve_return
from section11.returns.operations.ask_sign_off import ask_sign_off
from section11.returns.operations.give_up_amendment import give_up_amendment
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from section11.returns.operations.open_returns import open_returns
from section11.returns.operations.save_answer import AnswerText, SavedAnswer, save_answer
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.operations.submit_return import submit_return
from section11.returns.operations.take_back import take_back
from section11.returns.vocabulary import ReturnState
from tests.factories.cycles import make_cycle, make_invitation
from tests.factories.directory import make_organisation, make_participation, make_viewer
from tests.factories.returns import (
    AT,
    Opened,
    answer_everything,
    answer_of,
    ask,
    counted,
    make_answering_edition,
    membership_id,
    more_leads,
    open_return,
    rate,
    read_by,
    recount,
    sign,
    sign_and_submit,
    submitted_return,
)
from tests.racing import failures, race

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = range(6)


def ready() -> Opened:
    """A return that could be sent to the signatory."""
    opened = open_return()
    answer_everything(opened)
    return opened


@pytest.mark.parametrize("time", TIMES)
def test_every_save_accepted_before_the_freeze_is_submitted_and_none_after_it(time: int) -> None:
    opened = ready()
    writers = more_leads(opened, 4)
    refs = ["1.1", "1.2", "2.1", "2.2"]

    def save(writer: Viewer, ref: str) -> SavedAnswer:
        return save_answer(writer, opened.return_id, ref, AnswerText("met", comment=writer.name), version=1, at=AT)

    acts: list[Callable[[], SavedAnswer | None]] = [partial(save, w, r) for w, r in zip(writers, refs, strict=True)]
    acts.insert(time % 5, lambda: ask(opened))
    ends = race(acts)
    assert failures(ends, Refused) == []
    approve_return(opened.signatory, opened.return_id, read=read_by(opened.signatory, opened.return_id), job_title="Head", at=AT)
    submit_return(opened.lead, opened.return_id, at=AT)
    sent = dict(SubmittedAnswer.objects.values_list("statement__ref", "comment"))
    saves = [end for place, end in enumerate(ends) if place != time % 5]
    assert ends[time % 5] is None
    for writer, ref, end in zip(writers, refs, saves, strict=True):
        assert sent[ref] == (writer.name if isinstance(end, SavedAnswer) else "")


@pytest.mark.parametrize("time", TIMES)
def test_a_save_on_a_return_taken_back_while_it_is_submitted_is_in_no_submission(time: int) -> None:
    opened = ready()
    sign(opened)
    acts: list[Callable[[], object]] = [
        lambda: submit_return(opened.lead, opened.return_id, at=AT),
        lambda: take_back(opened.lead, opened.return_id, at=AT),
        lambda: save_answer(opened.lead, opened.return_id, "1.1", AnswerText("met", comment="Late"), version=1, at=AT),
    ]
    ends = race(acts[time % 3 :] + acts[: time % 3])
    assert failures(ends, Refused) == []
    sent = list(SubmittedAnswer.objects.filter(statement__ref="1.1").values_list("comment", flat=True))
    state = Return.objects.get(pk=opened.return_id).state
    assert (state, sent) in [(ReturnState.SUBMITTED, [""]), (ReturnState.OPEN, [])]
    if answer_of(opened, "1.1").comment:
        assert state == ReturnState.OPEN


def once(ends: Sequence[object], *others: type[Exception]) -> list[object]:
    """What came of it, where everybody but the first was refused."""
    assert failures(ends, *others) == []
    return [end for end in ends if not isinstance(end, Exception)]


def test_a_return_is_submitted_once_however_often_the_button_is_pressed() -> None:
    opened = ready()
    sign(opened)
    leads = [opened.lead, *more_leads(opened, 5)]
    told = once(race([partial(submit_return, w, opened.return_id, at=AT) for w in leads]), Refused)
    assert [s.reference for s in Submission.objects.all()] == told
    assert Invitation.objects.get(pk=opened.invitation.pk).submissions == 1
    assert ActivityEvent.objects.filter(verb="submitted-return").count() == 2  # one in each stream


def test_a_return_is_approved_once_however_often_the_button_is_pressed() -> None:
    opened = ready()
    ask(opened)
    read = read_by(opened.signatory, opened.return_id)
    ends = race([partial(approve_return, opened.signatory, opened.return_id, read=read, job_title="Head", at=AT) for _ in range(6)])
    assert len(once(ends, Refused, Absent)) == 1
    assert ActivityEvent.objects.filter(verb="approved-return").count() == 1
    assert submit_return(opened.lead, opened.return_id, at=AT)


def test_sign_off_is_asked_once() -> None:
    opened = ready()
    member = membership_id(opened.signatory, Role.SIGNATORY, opened.unit)
    ends = race([partial(ask_sign_off, w, opened.return_id, member, at=AT) for w in more_leads(opened, 6)])
    assert len(once(ends, Refused)) == 1
    assert SignOff.objects.count() == 1


def test_an_approval_and_a_taking_back_at_the_same_moment_leave_one_of_the_two() -> None:
    for _ in TIMES:
        opened = ready()
        ask(opened)
        read = read_by(opened.signatory, opened.return_id)
        ends = race(
            [
                partial(approve_return, opened.signatory, opened.return_id, read=read, job_title="Head", at=AT),
                partial(take_back, opened.lead, opened.return_id, at=AT),
            ]
        )
        assert failures(ends, Refused, Absent) == []
        sign_off = SignOff.objects.get(unit_return_id=opened.return_id)
        stands = (Return.objects.get(pk=opened.return_id).state, sign_off.state)
        assert stands in [(ReturnState.SIGNED, "approved"), (ReturnState.OPEN, "taken-back")]


def test_an_amendment_is_started_once() -> None:
    opened, _ = submitted_return()
    ends = race([partial(start_amendment, w, opened.return_id, "A slip", at=AT) for w in more_leads(opened, 6)])
    assert len(once(ends, Refused)) == 1
    assert Amendment.objects.count() == 1


@pytest.mark.parametrize("time", TIMES)
def test_what_was_typed_while_an_amendment_is_given_up_does_not_stay(time: int) -> None:
    opened, _ = submitted_return()
    later = AT + timedelta(days=3)
    start_amendment(opened.lead, opened.return_id, "A slip", at=later)
    writers = more_leads(opened, 3)
    acts: list[Callable[[], object]] = [
        lambda: save_answer(writers[0], opened.return_id, "1.1", AnswerText("unmet", comment="No"), version=1, at=later),
        lambda: save_answer(writers[1], opened.return_id, "2.2", AnswerText(""), version=1, at=later),
        lambda: mark_not_applicable(writers[2], opened.return_id, "2", "We do not", at=later),
        lambda: give_up_amendment(opened.lead, opened.return_id, at=later),
    ]
    assert failures(race(acts[time % 4 :] + acts[: time % 4]), Refused, Conflict) == []
    assert set(Answer.objects.filter(unit_return_id=opened.return_id).values_list("level__key", "comment")) == {("met", "")}
    assert Return.objects.get(pk=opened.return_id).state == ReturnState.SUBMITTED
    assert counted(opened) == recount(opened) == 4


@pytest.mark.parametrize("time", TIMES)
def test_a_return_is_submitted_or_its_invitation_withdrawn_and_never_both(time: int) -> None:
    opened = ready()
    sign(opened)
    acts: list[Callable[[], object]] = [
        partial(submit_return, opened.lead, opened.return_id, at=AT),
        partial(withdraw_invitations, opened.officer, opened.cycle.slug, [opened.invitation.pk], reason="Merged", at=AT),
    ]
    assert failures(race(acts[:: -1 if time % 2 else 1]), Refused) == []
    stands = Invitation.objects.get(pk=opened.invitation.pk)
    assert (stands.state, Submission.objects.count()) in [("invited", 1), ("withdrawn", 0)]


@pytest.mark.parametrize("time", TIMES)
def test_nothing_is_submitted_after_the_audit_closed(time: int) -> None:
    opened = ready()
    sign(opened)
    acts: list[Callable[[], object]] = [
        partial(submit_return, opened.lead, opened.return_id, at=AT),
        partial(close_cycle, opened.officer, opened.cycle.slug, at=AT),
    ]
    assert failures(race(acts[:: -1 if time % 2 else 1]), Refused) == []
    told = list(ActivityEvent.objects.filter(stream__ref=opened.partnership_stream).order_by("number").values_list("verb", flat=True))
    assert told[-2:] == ["submitted-return", "cycle-closed"] or "submitted-return" not in told


def test_returns_are_opened_once() -> None:
    cycle = make_cycle(edition=make_answering_edition())
    invited = [make_invitation(cycle) for _ in range(5)]
    officers = [make_viewer(Role.OFFICER, of=cycle.partnership) for _ in range(4)]
    ends = race([partial(open_returns, w, cycle.pk, at=AT) for w in officers])
    assert sorted(str(end) for end in ends) == ["0", "0", "0", str(len(invited))]
    assert Return.objects.count() == len(invited)


def test_two_partnerships_open_a_return_for_the_same_unit_at_the_same_moment() -> None:
    edition, organisation = make_answering_edition(), make_organisation()
    cycles = [make_cycle(edition=edition) for _ in range(4)]
    for cycle in cycles:
        make_invitation(cycle, participation=make_participation(cycle.partnership, organisation))
    officers = [make_viewer(Role.OFFICER, of=cycle.partnership) for cycle in cycles]
    assert race([partial(open_returns, w, c.pk, at=AT) for w, c in zip(officers, cycles, strict=True)]) == [1, 1, 1, 1]
    assert sorted(Return.objects.values_list("round", flat=True)) == [1, 2, 3, 4]


def test_a_second_submission_keeps_what_was_amended_and_the_first_stays() -> None:
    opened, first = submitted_return()
    start_amendment(opened.lead, opened.return_id, "A slip", at=AT)
    rate(opened, "1.1", "met", comment="Better")
    second = sign_and_submit(opened)
    kept = dict(SubmittedAnswer.objects.filter(statement__ref="1.1").values_list("submission__reference", "comment"))
    assert kept == {first: "", second: "Better"}
