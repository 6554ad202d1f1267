from dataclasses import replace
from datetime import timedelta

import pytest

from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.plans.rules import ActionText
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from section11.returns.operations.plan_action import plan_action
from section11.returns.operations.save_narrative import save_narrative
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.queries.submission_view import ActionLine, EvidenceLine, SubmissionView, submission
from section11.standards.queries import edition_content as edition_content_module
from tests.factories.evidence import make_file
from tests.factories.returns import (
    ACTION,
    AT,
    Opened,
    answer_everything,
    make_reference,
    make_wide_edition,
    open_return,
    partnership_viewer,
    rate,
    sign_and_submit,
)
from tests.people import let_in, strangers_to
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def full() -> tuple[Opened, str, int]:
    """A submitted return with something in every place, its reference, and the id of a file that it cites."""
    opened = open_return(local=["We know our neighbours"])
    rate(opened, "1.1", "unmet", comment="Not yet", reason="New", no_action_reason="None", see="L1")
    file = make_file(opened.lead, opened.unit.pk).pk
    for item in (make_reference(opened), file):
        cite_evidence(opened.lead, opened.return_id, "1.1", item, at=AT)
    for text in (ACTION, ActionText(wants_help=True)):
        plan_action(opened.lead, opened.return_id, "1.1", text, at=AT)
    rate(opened, "1.2", "met")
    mark_not_applicable(opened.lead, opened.return_id, "2", "No staff", at=AT)
    rate(opened, "L1", "na", reason="No neighbours")
    save_narrative(opened.lead, opened.return_id, "1", "change", "They are safer", version=0, at=AT)
    return opened, sign_and_submit(opened), file


def test_it_reads_as_it_was_written() -> None:
    opened, reference, file = full()
    for viewer in (opened.officer, opened.lead):
        view = submission(viewer, reference)
        assert [(s.ref, [a.ref for a in s.answers]) for s in view.standards] == [
            ("1", ["1.1", "1.2"]),
            ("2", ["2.1", "2.2"]),
            ("L", ["L1"]),
        ]
        answer = view.standards[0].answers[0]
        assert answer.level
        assert (answer.level.label, answer.comment, answer.reason) == ("Not met", "Not yet", "New")
        assert (answer.no_action_reason, answer.see, answer.must_meet) == ("None", "L1", True)
        assert answer.evidence == (
            EvidenceLine("Staff handbook", "reference", "In the office", None),
            EvidenceLine("Policy", "file", "policy.pdf", file),
        )
        whole = ActionLine("1.1", ACTION.what, ACTION.how, ACTION.who, ACTION.due, "", "", wants_help=False)
        assert [a.living.words for a in answer.actions if a.living] == ["Open", "Open"]
        assert answer.actions == (whole, ActionLine("1.1", "", "", "", None, "", "", wants_help=True))
        assert view.actions == answer.actions
        assert view.standards[0].narratives == (("What changed for children?", "They are safer"),)
        assert (view.standards[1].narratives, view.other_narratives) == ((), ())


def test_a_standard_marked_reads_not_applicable_with_its_reason_at_every_statement() -> None:
    opened, reference, _ = full()
    answers = submission(opened.officer, reference).standards[1].answers
    assert [(a.level and a.level.key, a.reason) for a in answers] == [("na", "No staff")] * 2


def words(view: SubmissionView) -> list[str]:
    return [answer.comment for standard in view.standards for answer in standard.answers]


def test_what_is_drafted_afterwards_is_not_in_it() -> None:
    opened, reference, _ = full()
    later = AT + timedelta(days=1)
    before = submission(opened.officer, reference)
    start_amendment(opened.lead, opened.return_id, "A slip", at=later)
    rate(opened, "1.1", "met", comment="Drafted", at=later)
    after = submission(opened.officer, reference)
    assert after.head.can_go_back < before.head.can_go_back
    assert replace(after, head=before.head) == before
    assert replace(after.head, return_state=before.head.return_state) == before.head
    assert "Drafted" not in words(after)


def test_foreign_and_absent_look_the_same() -> None:
    opened, reference, _ = full()
    people = strangers_to(opened.unit) | {"executive viewer": partnership_viewer(opened, Role.EXECUTIVE_VIEWER)}
    assert let_in(people, lambda who: submission(who, reference)) == set()
    with pytest.raises(Absent):
        submission(opened.officer, "2222-2222")
    assert let_in({"reviewer": partnership_viewer(opened, Role.REVIEWER)}, lambda who: submission(who, reference)) == {"reviewer"}


def test_it_takes_few_statements_whatever_its_size(assert_queries: AssertQueries, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = []
    for standards, statements in ((2, 2), (6, 6)):
        opened = open_return(edition=make_wide_edition(standards, statements))
        answer_everything(opened)
        for s in range(1, standards + 1):
            cite_evidence(opened.lead, opened.return_id, f"{s}.1", make_reference(opened), at=AT)
        reference = sign_and_submit(opened)
        monkeypatch.setattr(edition_content_module, "_kept", {})
        with assert_queries(6):
            submission(opened.officer, reference)
        with assert_queries(5) as warm:
            submission(opened.officer, reference)
        counts.append(warm.count)
    assert counts[0] == counts[1]
