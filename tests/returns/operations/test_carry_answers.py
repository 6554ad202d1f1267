from functools import partial

import pytest

from section11.evidence.operations.remove_evidence import remove_evidence
from section11.lib.errors import Conflict, Refused
from section11.returns.models import Answer, AnswerEvidence, Narrative
from section11.returns.operations.carry_answers import Carried, carry_answers
from section11.returns.operations.cite_evidence import cite_evidence
from section11.returns.operations.save_answer import AnswerText, SavedAnswer, save_answer
from section11.returns.operations.save_narrative import save_narrative
from section11.returns.queries.draft import draft
from section11.returns.queries.head import return_head
from tests.factories.joined import map_editions
from tests.factories.returns import (
    AT,
    Opened,
    answer_everything,
    answer_of,
    ask,
    confirm,
    counted,
    make_answering_edition,
    make_reference,
    more_leads,
    narrative_of,
    next_return,
    open_return,
    rate,
    recount,
    reviewed,
    sign_and_submit,
    submitted_return,
)
from tests.people import let_in
from tests.racing import failures, race
from tests.returns.around import events, people_around

pytestmark = pytest.mark.django_db


def last_year() -> Opened:
    """A return with a comment, a reason, a narrative, a pointer and two pieces of evidence, one of them taken out since."""
    opened = open_return()
    answer_everything(opened)
    rate(opened, "1.2", "na", reason="We make no plans", comment="Never did", see="1.1")
    save_narrative(opened.lead, opened.return_id, "1", "how", "Our board has a lead", version=0, at=AT)
    kept, gone = make_reference(opened, "Policy"), make_reference(opened, "Old policy")
    for item in (kept, gone):
        cite_evidence(opened.lead, opened.return_id, "1.1", item, at=AT)
    sign_and_submit(opened)
    remove_evidence(opened.lead, gone, at=AT)
    return opened


def test_last_times_answers_come_where_nobody_typed_each_to_be_confirmed() -> None:
    now = next_return(last_year())
    rate(now, "2.1", "partial", comment="Typed this time", no_action_reason="None")
    assert carry_answers(now.lead, now.return_id, at=AT) == Carried(3, 1)
    answer = answer_of(now, "1.2")
    assert answer.level
    assert answer.see
    assert (answer.level.key, answer.comment, answer.reason, answer.see.ref) == ("na", "Never did", "We make no plans", "1.1")
    assert (answer.carried, answer.last_level_id, answer.version) == (True, answer.level_id, 1)
    assert (answer_of(now, "2.1").comment, answer_of(now, "2.1").carried) == ("Typed this time", False)
    narrative = narrative_of(now, "1")
    assert (narrative.text, narrative.carried) == ("Our board has a lead", True)
    cited = AnswerEvidence.objects.filter(answer__unit_return_id=now.return_id).values_list("answer__statement__ref", "item__title")
    assert list(cited) == [("1.1", "Policy")]
    assert counted(now) == recount(now) == 1
    told = {"answers": 3, "narratives": 1}
    assert events("carried-answers") == [(now.organisation_stream, now.lead.person_ref, f"return:{now.return_id}", told)]


def test_sign_off_waits_for_each_of_them() -> None:
    now = next_return(last_year())
    carry_answers(now.lead, now.return_id, at=AT)
    state = draft(now.lead, return_head(now.lead, now.return_id))
    assert [(gap.standard_ref, gap.statement_ref, gap.prompt) for gap in state.missing] == [
        ("1", "1.1", ""),
        ("1", "1.2", ""),
        ("1", "", "how"),
        ("2", "2.1", ""),
        ("2", "2.2", ""),
    ]
    confirm(now)
    with pytest.raises(Refused) as told:
        ask(now)
    assert list(told.value.problems) == ["1 how"]
    save_narrative(now.lead, now.return_id, "1", "how", "Our board has a lead", version=1, at=AT)
    ask(now)


def test_a_second_time_brings_nothing_more() -> None:
    now = next_return(last_year())
    carry_answers(now.lead, now.return_id, at=AT)
    assert carry_answers(now.lead, now.return_id, at=AT) == Carried(0, 0)
    assert len(events("carried-answers")) == 1


def test_another_tool_comes_through_the_mapping() -> None:
    before = last_year()
    assert before.cycle.edition
    other = make_answering_edition(tool="other-tool")
    map_editions(other, before.cycle.edition, {"2.2": ["1.2"]})  # written the other way round
    now = next_return(before, edition=other)
    assert carry_answers(now.lead, now.return_id, at=AT).answers == 1
    assert (answer_of(now, "2.2").comment, answer_of(now, "2.2").carried) == ("Never did", True)


def test_nothing_to_start_from_and_a_review_are_refused() -> None:
    first = open_return()
    with pytest.raises(Refused, match="nothing to start from"):
        carry_answers(first.lead, first.return_id, at=AT)
    _, review = reviewed(edition=make_answering_edition(tool="reviewed"))
    with pytest.raises(Refused, match="begins with"):
        carry_answers(review.lead, review.return_id, at=AT)


def test_only_a_lead_may() -> None:
    now = next_return(last_year())
    assert let_in(people_around(now), lambda who: carry_answers(who, now.return_id, at=AT)) == {"lead"}


@pytest.mark.django_db(transaction=True)
def test_what_is_typed_at_the_same_moment_is_never_written_over() -> None:
    before, _ = submitted_return(edition=make_answering_edition(tool="raced"))
    now = next_return(before)
    refs = ["1.1", "1.2", "2.1", "2.2"]
    leads = more_leads(now, len(refs))
    text = AnswerText(level="partial", comment="Typed", no_action_reason="None")
    ends = race(
        [
            partial(carry_answers, now.lead, now.return_id, at=AT),
            *(partial(save_answer, who, now.return_id, ref, text, version=0, at=AT) for who, ref in zip(leads, refs, strict=True)),
        ]
    )
    assert failures(ends, Conflict) == []
    for ref, end in zip(refs, ends[1:], strict=True):
        answer = answer_of(now, ref)
        assert (answer.comment, answer.carried) == (("Typed", False) if isinstance(end, SavedAnswer) else ("", True))
    assert counted(now) == recount(now)
    assert Answer.objects.filter(unit_return_id=now.return_id, level=None).count() == 0
    assert Narrative.objects.filter(unit_return_id=now.return_id, carried=True).count() == 0
