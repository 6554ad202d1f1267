from datetime import timedelta

import pytest

from section11.lib.errors import Absent
from section11.plans.operations.drop_action import drop_action
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.operations.mark_not_applicable import mark_not_applicable
from section11.returns.operations.plan_action import plan_action
from section11.returns.operations.save_narrative import save_narrative
from section11.returns.queries.draft import Draft, draft
from section11.returns.queries.frozen import frozen
from section11.returns.queries.head import return_head
from section11.standards.queries import edition_content as edition_content_module
from tests.factories.returns import ACTION, AT, Opened, make_reference, make_wide_edition, open_return, rate
from tests.people import let_in
from tests.queries import AssertQueries
from tests.returns.around import OWN, people_around

pytestmark = pytest.mark.django_db
SOON = AT + timedelta(minutes=3)


def now(opened: Opened, standard_ref: str = "") -> Draft:
    return draft(opened.lead, return_head(opened.lead, opened.return_id), standard_ref=standard_ref)


def written() -> Opened:
    """A return with something of everything."""
    opened = open_return(local=["We know our neighbours"])
    rate(opened, "1.1", "unmet", comment="Not yet", reason="New", no_action_reason="None", see="L1", at=SOON)
    cite_evidence(opened.lead, opened.return_id, "1.1", make_reference(opened), at=AT)
    plan_action(opened.lead, opened.return_id, "1.1", ACTION, at=AT)
    save_narrative(opened.lead, opened.return_id, "1", "how", "We meet", version=0, at=SOON)
    mark_not_applicable(opened.lead, opened.return_id, "2", "No staff", at=AT)
    return opened


def test_an_answer_says_everything_that_stands_beside_it() -> None:
    opened = written()
    state = now(opened)
    assert set(state.answers) == {"1.1", "1.2", "2.1", "2.2", "L1"}
    answer = state.answers["1.1"]
    assert (answer.standard_ref, answer.level, answer.comment, answer.reason) == ("1", "unmet", "Not yet", "New")
    assert (answer.no_action_reason, answer.see, answer.version, answer.mark_reason) == ("None", "L1", 1, None)
    assert (answer.saved_at, answer.saved_by_name) == (SOON, opened.lead.name)
    assert [(e.kind, e.title, e.where) for e in answer.evidence] == [("reference", "Staff handbook", "In the office")]
    assert [a.text for a in answer.actions] == [ACTION]
    assert [a.text for a in state.actions] == [ACTION]
    empty = state.answers["1.2"]
    assert (empty.level, empty.see, empty.version, empty.saved_at, empty.evidence, empty.actions) == ("", "", 0, None, (), ())


def test_a_mark_stands_at_every_answer_of_its_standard() -> None:
    state = now(written())
    assert {ref: answer.mark_reason for ref, answer in state.answers.items()} == {
        "1.1": None,
        "1.2": None,
        "2.1": "No staff",
        "2.2": "No staff",
        "L1": None,
    }


def test_narratives_are_by_standard_and_prompt() -> None:
    opened = written()
    narratives = now(opened).narratives
    assert set(narratives) == {("1", "how"), ("1", "change"), ("2", "how"), ("2", "change")}
    told = narratives["1", "how"]
    assert (told.text, told.version, told.saved_at, told.saved_by_name) == ("We meet", 1, SOON, opened.lead.name)


def test_progress_and_gaps_are_by_standard() -> None:
    state = now(written())
    assert [(p.ref, p.words) for p in state.progress] == [("1", "1 of 2 answered"), ("2", "Not applicable"), ("L", "Not started")]
    assert [gap.statement_ref for gap in state.missing] == ["1.2", "L1"]


def test_narratives_worth_adding_leave_out_what_is_marked_and_what_is_local() -> None:
    assert now(written()).empty_narratives == [("1", "What changed for children?")]


def test_one_standard_of_it_is_the_same_as_in_the_whole() -> None:
    opened = written()
    whole, part = now(opened), now(opened, "1")
    assert part.answers == {ref: whole.answers[ref] for ref in ("1.1", "1.2")}
    assert part.narratives == {key: told for key, told in whole.narratives.items() if key[0] == "1"}
    assert [p for p in part.progress if p.ref == "1"] == [p for p in whole.progress if p.ref == "1"]
    assert part.empty_narratives == [("1", "What changed for children?")]
    standard = part.content.standard("1")
    assert standard
    assert part.rated(standard) == whole.rated(standard)


def test_actions_of_another_return_and_dropped_ones_are_not_its_own() -> None:
    opened = open_return()
    other = open_return(unit=opened.unit)
    plan_action(other.lead, other.return_id, "1.1", ACTION, at=AT)
    drop_action(opened.lead, plan_action(opened.lead, opened.return_id, "1.1", ACTION, at=AT), at=AT)
    assert now(opened).actions == ()


def test_everybody_of_the_unit_reads_the_same_and_nobody_else_anything() -> None:
    opened = written()
    people = people_around(opened)
    head = return_head(opened.lead, opened.return_id)
    for name in OWN:
        viewer = people.pop(name)
        assert frozen(draft(viewer, return_head(viewer, opened.return_id))).content_hash == frozen(draft(opened.lead, head)).content_hash
    assert let_in(people, lambda who: draft(who, return_head(who, opened.return_id))) == set()


def test_there_is_no_draft_on_a_page_outside_the_organisation() -> None:
    opened = written()
    with pytest.raises(Absent):
        draft(opened.officer, return_head(opened.lead, opened.return_id))


@pytest.mark.parametrize("standard_ref", ["", "1"])
def test_a_page_of_a_draft_takes_few_statements_whatever_its_size(
    standard_ref: str, assert_queries: AssertQueries, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = []
    for standards, statements in ((2, 2), (8, 8)):
        opened = open_return(edition=make_wide_edition(standards, statements))
        for s in range(1, standards + 1):
            rate(opened, f"{s}.1")
            cite_evidence(opened.lead, opened.return_id, f"{s}.1", make_reference(opened), at=AT)
            plan_action(opened.lead, opened.return_id, f"{s}.1", ACTION, at=AT)
        monkeypatch.setattr(edition_content_module, "_kept", {})
        with assert_queries(7):
            now(opened, standard_ref)
        with assert_queries(6) as warm:
            now(opened, standard_ref)
        counts.append(warm.count)
    assert counts[0] == counts[1]


def test_evidence_may_be_left_out(assert_queries: AssertQueries) -> None:
    opened = written()
    head = return_head(opened.lead, opened.return_id)
    with assert_queries(3):
        state = draft(opened.lead, head, with_evidence=False)
    assert state.answers["1.1"].evidence == ()
