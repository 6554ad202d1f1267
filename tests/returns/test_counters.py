"""However answers and marks come and go, the stored counts equal a recount and what was submitted stays as it was."""

from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from section11.cycles.models import Invitation
from section11.lib.errors import Absent, Conflict, Refused
from section11.returns.models import Answer, Submission, SubmittedAnswer
from section11.returns.operations.give_up_amendment import give_up_amendment
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from section11.returns.operations.save_answer import AnswerText, save_answer
from section11.returns.operations.send_back import send_back
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.operations.unmark_not_applicable import unmark_not_applicable
from section11.returns.queries.draft import draft
from section11.returns.queries.frozen import frozen
from section11.returns.queries.head import return_head
from tests.factories.returns import AT, Opened, answer_everything, ask, counted, open_return, rate, recount, sign_and_submit

pytestmark = pytest.mark.django_db
REFS = ["1.1", "1.2", "2.1", "2.2", "L1"]
RATE = st.tuples(st.just("rate"), st.sampled_from(REFS), st.sampled_from(["", "met", "na", "unmet"]))
MARK = st.tuples(st.sampled_from(["mark", "unmark"]), st.sampled_from(["1", "2", "L"]), st.just(""))
MOVE = st.tuples(st.sampled_from(["fill", "submit", "sent back", "amend", "give up", "stale"]), st.sampled_from(REFS), st.just(""))
STEPS = st.lists(st.one_of(RATE, MARK, MOVE), min_size=1, max_size=8)


def ask_and_send_back(opened: Opened, at: datetime) -> None:
    ask(opened, at=at)
    send_back(opened.signatory, opened.return_id, note="More", at=at)


def step(opened: Opened, act: str, ref: str, level: str, *, number: int) -> None:
    """Do one thing, or be refused."""
    at = AT + timedelta(hours=number)
    lead, return_id = opened.lead, opened.return_id
    acts = {
        "rate": lambda: rate(opened, ref, level, at=at, reason="So", no_action_reason="None"),
        "mark": lambda: mark_not_applicable(lead, return_id, ref, "None here", at=at),
        "unmark": lambda: unmark_not_applicable(lead, return_id, ref, at=at),
        "fill": lambda: answer_everything(opened, at=at),
        "submit": lambda: sign_and_submit(opened, at=at),
        "sent back": lambda: ask_and_send_back(opened, at),
        "amend": lambda: start_amendment(lead, return_id, "A slip", at=at),
        "give up": lambda: give_up_amendment(lead, return_id, at=at),
        "stale": lambda: save_answer(lead, return_id, ref, AnswerText("unmet"), version=99, at=at),
    }
    with suppress(Refused, Absent, Conflict):
        acts[act]()


def check(opened: Opened) -> None:
    """What must be true after every step."""
    stands = Invitation.objects.get(pk=opened.invitation.pk)
    assert counted(opened) == recount(opened)
    assert stands.asked == Answer.objects.filter(unit_return_id=opened.return_id).count() == len(REFS)
    now = draft(opened.lead, return_head(opened.lead, opened.return_id))
    assert sum(p.answered for p in now.progress) == stands.answered
    assert sum(p.asked for p in now.progress) == stands.asked
    assert stands.submissions == Submission.objects.filter(invitation=opened.invitation).count()
    if now.head.state == "submitted":
        assert frozen(now).content_hash == Submission.objects.order_by("number").values_list("content_hash", flat=True).last()


AMENDING = [("fill", "1.1", ""), ("mark", "1", ""), ("submit", "1.1", ""), ("amend", "1.1", "")]


@settings(max_examples=20, deadline=None)
@given(before=st.sampled_from([[], AMENDING]), steps=STEPS)
def test_counts_equal_a_recount_after_every_step(before: list[tuple[str, str, str]], steps: list[tuple[str, str, str]]) -> None:
    with transaction.atomic():
        opened = open_return(local=["We know our neighbours"])
        kept: dict[int, list[object]] = {}
        for number, (act, ref, level) in enumerate(before + steps):
            step(opened, act, ref, level, number=number)
            check(opened)
            for made in Submission.objects.all():
                rows: list[object] = list(SubmittedAnswer.objects.filter(submission=made).order_by("pk").values())
                assert kept.setdefault(made.pk, rows) == rows
        transaction.set_rollback(True)
