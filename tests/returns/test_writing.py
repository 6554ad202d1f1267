"""What holds for every way of writing in a return: only while it is open, also when that ends between a look and the write."""

from collections.abc import Callable
from datetime import timedelta
from importlib import import_module

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Cycle, Invitation
from section11.directory.vocabulary import Role
from section11.lib.errors import Refused
from section11.plans.models import Action
from section11.returns.models import Answer, AnswerEvidence, AnswerRevision, Assignment, Narrative, Return, StandardMark
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.operations.hand_standard import hand_standard
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from section11.returns.operations.plan_action import plan_action
from section11.returns.operations.save_answer import AnswerText, save_answer
from section11.returns.operations.save_narrative import save_narrative
from section11.returns.operations.uncite_evidence import uncite_evidence
from section11.returns.operations.unmark_not_applicable import unmark_not_applicable
from section11.returns.queries.writing import NOT_OPEN, NOT_TAKEN
from tests.factories.returns import (
    ACTION,
    AT,
    Opened,
    answer_everything,
    answer_of,
    ask,
    make_reference,
    membership_id,
    narrative_of,
    open_return,
    sign,
    sign_and_submit,
)

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=1)


def item_of(opened: Opened) -> int:
    return AnswerEvidence.objects.get(answer__unit_return_id=opened.return_id).item_id


def save_now(o: Opened) -> object:
    version = answer_of(o, "1.1").version
    return save_answer(o.lead, o.return_id, "1.1", AnswerText("na", reason="Late"), version=version, at=LATER)


def tell_now(o: Opened) -> object:
    return save_narrative(o.lead, o.return_id, "1", "how", "Late", version=narrative_of(o, "1").version, at=LATER)


def hand_now(o: Opened) -> None:
    hand_standard(o.lead, o.return_id, "1", membership_id(o.contributor, Role.CONTRIBUTOR, o.unit), at=LATER)


WRITES: dict[str, Callable[[Opened], object]] = {
    "save_answer": save_now,
    "save_narrative": tell_now,
    "mark_not_applicable": lambda o: mark_not_applicable(o.lead, o.return_id, "1", "Late", at=LATER),
    "unmark_not_applicable": lambda o: unmark_not_applicable(o.lead, o.return_id, "2", at=LATER),
    "cite_evidence": lambda o: cite_evidence(o.lead, o.return_id, "1.1", item_of(o), at=LATER),
    "uncite_evidence": lambda o: uncite_evidence(o.lead, o.return_id, "1.2", item_of(o), at=LATER),
    "plan_action": lambda o: plan_action(o.lead, o.return_id, "1.1", ACTION, at=LATER),
}
CLOSED: dict[str, tuple[Callable[[Opened], object], str]] = {
    "with the signatory": (ask, NOT_OPEN),
    "signed": (sign, NOT_OPEN),
    "submitted": (sign_and_submit, NOT_OPEN),
    "audit closed": (lambda o: Cycle.objects.filter(pk=o.cycle.pk).update(state="closed"), NOT_TAKEN),
    "withdrawn": (lambda o: Invitation.objects.filter(pk=o.invitation.pk).update(state="withdrawn"), NOT_TAKEN),
    "exempt": (lambda o: Invitation.objects.filter(pk=o.invitation.pk).update(state="exempt"), NOT_TAKEN),
}


def ready() -> Opened:
    """A return that could be signed, with something for every write to change."""
    opened = open_return()
    answer_everything(opened)
    mark_not_applicable(opened.lead, opened.return_id, "2", "No staff", at=AT)
    cite_evidence(opened.lead, opened.return_id, "1.2", make_reference(opened), at=AT)
    return opened


def everything(but: tuple[str, ...] = ()) -> list[object]:
    """All rows that a write may touch, as they stand."""
    models = (Answer, AnswerRevision, AnswerEvidence, Narrative, StandardMark, Action, Assignment, Invitation, ActivityEvent)
    return [list(model.objects.order_by("pk").values()) for model in models if model.__name__ not in but]


@pytest.mark.parametrize("write", WRITES)
def test_it_changes_something_while_the_return_is_open(write: str) -> None:
    opened = ready()
    before = everything()
    WRITES[write](opened)
    assert everything() != before
    assert Invitation.objects.get(pk=opened.invitation.pk).last_saved_at == LATER


@pytest.mark.parametrize("closed", CLOSED)
@pytest.mark.parametrize("write", [*WRITES, "hand_standard"])
def test_once_it_is_not_open_nothing_can_be_written_and_why_is_said(write: str, closed: str) -> None:
    opened = ready()
    close, words = CLOSED[closed]
    close(opened)
    before = everything()
    with pytest.raises(Refused) as told:
        {**WRITES, "hand_standard": hand_now}[write](opened)
    assert str(told.value) == words
    assert everything() == before


@pytest.mark.parametrize("write", WRITES)
def test_when_it_is_sent_for_signing_between_the_look_and_the_write_nothing_is_written(write: str, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = ready()
    seen: list[list[object]] = []

    def look_and_then_it_is_sent(head: object) -> None:
        if not seen:
            ask(opened)
            seen.append(everything())

    monkeypatch.setattr(import_module(f"section11.returns.operations.{write}"), "check_open", look_and_then_it_is_sent)
    with pytest.raises(Refused) as told:
        WRITES[write](opened)
    assert str(told.value) == NOT_OPEN
    assert everything() == seen[0]
    assert Return.objects.get(pk=opened.return_id).state == "with-signatory"
