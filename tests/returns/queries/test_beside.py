"""Last time's level beside each answer of a submission, as the partnership received it."""

import pytest

from section11.returns.operations.save_answer import AnswerText, save_answer
from section11.returns.queries.beside import Change, LastLevel, change_of
from section11.returns.queries.submission_view import SubmissionView, submission
from section11.standards.models import Edition
from section11.standards.rules.content import LevelContent
from section11.standards.vocabulary import LevelClass
from tests.factories.cycles import make_cycle
from tests.factories.joined import map_editions
from tests.factories.returns import (
    AT,
    Opened,
    answer_everything,
    confirm,
    make_answering_edition,
    next_return,
    open_return,
    rate,
    reviewed,
    sign_and_submit,
    submitted_return,
)
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db
MET, PARTIAL = LevelContent("met", "Met", LevelClass.MET), LevelContent("partial", "Partly", LevelClass.PARTIAL)
NEARLY = LevelContent("nearly", "Nearly", LevelClass.PARTIAL)


def told(view: SubmissionView) -> dict[str, tuple[str, str, bool]]:
    return {a.ref: (a.last, a.change.value, a.carried) for standard in view.standards for a in standard.answers}


def test_a_review_marks_what_changed_what_was_confirmed_and_what_is_new() -> None:
    _, now = reviewed({"1.1": "partial"}, form="light")
    rate(now, "1.1", "met")
    save_answer(now.lead, now.return_id, "2.2", AnswerText(level="met"), version=0, at=AT)
    confirm(now)
    view = submission(now.officer, sign_and_submit(now))
    assert told(view) == {
        "1.1": ("Partially met", "changed", False),
        "2.1": ("Met", "same", True),
        "2.2": ("", "new", False),
    }
    assert [a.ref for a in view.since_last_time("changed")] == ["1.1"]


def test_the_first_return_has_nothing_beside_it() -> None:
    opened, reference = submitted_return()
    assert set(told(submission(opened.officer, reference)).values()) == {("", "", False)}


def test_what_another_partnership_received_is_not_told() -> None:
    elsewhere, _ = submitted_return()
    cycle = make_cycle(edition=elsewhere.cycle.edition)
    here = open_return(cycle=cycle, unit=elsewhere.unit)
    answer_everything(here)
    assert set(told(submission(here.officer, sign_and_submit(here))).values()) == {("", "", False)}


def through_a_mapping(before: Opened, edition: Edition) -> SubmissionView:
    now = next_return(before, edition=edition)
    answer_everything(now)
    return submission(now.officer, sign_and_submit(now))


def test_through_the_newest_mapping_between_tools() -> None:
    before, _ = submitted_return()
    other = make_answering_edition(tool="other-tool")
    assert before.cycle.edition
    map_editions(before.cycle.edition, other, {"1.1": ["1.1"]})
    map_editions(other, before.cycle.edition, {"2.2": ["1.2"]})
    assert told(through_a_mapping(before, other)) == {
        "1.1": ("", "new", False),
        "1.2": ("", "new", False),
        "2.1": ("", "new", False),
        "2.2": ("Met", "same", False),
    }


def test_a_mapping_within_a_tool_goes_before_the_key() -> None:
    before, _ = submitted_return()
    later = make_answering_edition(edition="2028.1")
    assert before.cycle.edition
    map_editions(before.cycle.edition, later, {"1.1": ["1.2"]})
    said = told(through_a_mapping(before, later))
    assert [ref for ref, (last, _, _) in said.items() if last] == ["1.2", "2.1", "2.2"]


def test_four_statements_of_sql_with_or_without_a_last_time(assert_queries: AssertQueries) -> None:
    _, now = reviewed()
    confirm(now)
    reference = sign_and_submit(now)
    submission(now.officer, reference)
    with assert_queries(4):
        submission(now.officer, reference)


@pytest.mark.parametrize(
    ("level", "last", "change"),
    [
        (MET, None, Change.NEW),
        (MET, LastLevel("met", LevelClass.MET, "Met"), Change.SAME),
        (MET, LastLevel("full", LevelClass.MET, "Fully"), Change.SAME),
        (PARTIAL, LastLevel("met", LevelClass.MET, "Met"), Change.CHANGED),
        (NEARLY, LastLevel("partial", LevelClass.PARTIAL, "Partly"), Change.CHANGED),
        (NEARLY, LastLevel("some", LevelClass.PARTIAL, "Some"), Change.SAME),
        (None, LastLevel("met", LevelClass.MET, "Met"), Change.CHANGED),
    ],
)
def test_by_key_and_class_on_any_scale(level: LevelContent | None, last: LastLevel | None, change: Change) -> None:
    assert change_of(level, last, (MET, PARTIAL, NEARLY)) is change
