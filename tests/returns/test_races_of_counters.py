"""What counts along with a save stays right when many save, mark, plan and cite at the same moment."""

import itertools
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import pytest

from section11.activity.models import ActivityEvent, Stream
from section11.activity.rules import event_hash
from section11.lib.errors import Conflict, Refused
from section11.lib.viewer import Viewer
from section11.returns.models import Answer
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from section11.returns.operations.plan_action import plan_action
from section11.returns.operations.save_answer import AnswerText, save_answer
from section11.returns.operations.save_narrative import save_narrative
from section11.returns.operations.unmark_not_applicable import unmark_not_applicable
from tests.factories.returns import (
    ACTION,
    AT,
    Opened,
    answer_of,
    counted,
    make_reference,
    make_wide_edition,
    more_leads,
    narrative_of,
    open_return,
    rate,
    recount,
)
from tests.racing import failures, race

pytestmark = pytest.mark.django_db(transaction=True)


def toggle(opened: Opened, writer: Viewer, ref: str, times: int) -> None:
    """Choose a level and take it away again, over and over, on top of whatever stands."""
    version = answer_of(opened, ref).version
    for turn in range(times):
        text = AnswerText(level="" if turn % 2 else "met", comment=f"{writer.name} {turn}")
        try:
            version = save_answer(writer, opened.return_id, ref, text, version=version, at=AT).version
        except Conflict as conflict:
            version = conflict.version


def mark_and_unmark(opened: Opened, writer: Viewer, standard_ref: str, times: int) -> None:
    """Mark a standard and take the mark away, over and over."""
    for turn in range(times):
        if turn % 2:
            unmark_not_applicable(writer, opened.return_id, standard_ref, at=AT)
        else:
            with suppress(Refused):  # somebody else's reason stands there already
                mark_not_applicable(writer, opened.return_id, standard_ref, f"We do not, says {writer.name}", at=AT)


@pytest.mark.parametrize("turns", [5, 6])
def test_the_count_of_answers_survives_levels_and_marks_that_come_and_go(turns: int) -> None:
    opened = open_return(edition=make_wide_edition(2, 2))
    people = iter(more_leads(opened, 10))
    acts: list[Callable[[], None]] = []
    for ref in ("1.1", "1.2", "2.1"):
        acts += [partial(toggle, opened, w, ref, turns) for w in itertools.islice(people, 2)]
    for standard in ("1", "2"):
        acts += [partial(mark_and_unmark, opened, w, standard, turns) for w in itertools.islice(people, 2)]
    assert failures(race(acts)) == []
    assert counted(opened) == recount(opened)


def test_a_save_and_a_mark_at_the_same_moment_both_count_once() -> None:
    opened = open_return(edition=make_wide_edition(6, 2))
    saver, marker = more_leads(opened, 2)
    for standard in range(1, 7):
        acts: list[Callable[[], object]] = [
            partial(save_answer, saver, opened.return_id, f"{standard}.1", AnswerText(level="met"), version=0, at=AT),
            partial(mark_not_applicable, marker, opened.return_id, str(standard), "We do not", at=AT),
        ]
        ends = race(acts)
        assert failures(ends) == []
        assert counted(opened) == recount(opened) == 2 * standard
        unmark_not_applicable(marker, opened.return_id, str(standard), at=AT)
        assert counted(opened) == recount(opened) == 2 * standard - 1
        rate(opened, f"{standard}.2")


def rates(opened: Opened, w: Viewer, item: int) -> None:
    for s in (1, 2, 3):
        toggle(opened, w, f"{s}.1", 3)


def plans(opened: Opened, w: Viewer, item: int) -> None:
    for s in (1, 2, 3):
        plan_action(w, opened.return_id, f"{s}.1", ACTION, at=AT)


def marks(opened: Opened, w: Viewer, item: int) -> None:
    for s in (3, 2, 1):
        mark_and_unmark(opened, w, str(s), 2)


def cites(opened: Opened, w: Viewer, item: int) -> None:
    for s in (3, 1, 2):
        cite_evidence(w, opened.return_id, f"{s}.2", item, at=AT)


def tells(opened: Opened, w: Viewer, item: int) -> None:
    for s in (2, 1, 3):
        version = narrative_of(opened, str(s)).version
        with suppress(Conflict):
            save_narrative(w, opened.return_id, str(s), "how", f"{w.name} {s}", version=version, at=AT)


def test_all_kinds_of_writing_at_once_never_block_each_other_for_good() -> None:
    opened = open_return(edition=make_wide_edition(3, 3))
    item = make_reference(opened)
    kinds = itertools.cycle([rates, plans, marks, cites, tells])
    assert failures(race([partial(act, opened, w, item) for w, act in zip(more_leads(opened, 10), kinds, strict=False)])) == []
    assert counted(opened) == recount(opened)
    assert Answer.objects.filter(unit_return_id=opened.return_id, citations__isnull=False).count() == 3
    check_chain(opened.organisation_stream)


def check_chain(stream_ref: str) -> None:
    """Every event stands on the one before it, and the head on the last."""
    stream = Stream.objects.get(ref=stream_ref)
    before = "0" * 64
    for number, event in enumerate(ActivityEvent.objects.filter(stream=stream).order_by("number"), 1):
        made = event_hash(
            stream=stream_ref,
            number=number,
            at=event.at,
            actor=event.actor,
            verb=event.verb,
            subject=event.subject,
            details=event.details,
            previous=before,
        )
        assert (event.number, event.previous, event.hash) == (number, before, made)
        before = made
    assert (stream.head, stream.length) == (before, ActivityEvent.objects.filter(stream=stream).count())
