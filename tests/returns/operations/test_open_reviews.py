"""Opening a review: last time's answers, each to be confirmed, and the two narratives."""

import pytest

from section11.cycles.models import Invitation
from section11.plans.models import Action
from section11.returns.models import Answer, Narrative, Return, SubmittedAnswer
from section11.returns.operations.give_up_amendment import give_up_amendment
from section11.returns.operations.plan_action import plan_action
from section11.returns.operations.save_answer import AnswerText, save_answer
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.queries.draft import draft
from section11.returns.queries.head import return_head
from section11.standards.models import Level
from tests.factories.joined import map_editions
from tests.factories.returns import (
    ACTION,
    AT,
    Opened,
    answer_everything,
    answer_of,
    confirm,
    make_answering_edition,
    next_return,
    open_return,
    rate,
    recount,
    reviewed,
    sign_and_submit,
    submitted_return,
)
from tests.returns.around import events

pytestmark = pytest.mark.django_db


def stands(opened: Opened) -> tuple[str, int, int]:
    """Form and counters of its invitation."""
    now = Invitation.objects.get(pk=opened.invitation.pk)
    return now.form, now.asked, now.answered


def carried(opened: Opened) -> dict[str, str]:
    """Level by statement of what is to be confirmed."""
    rows = Answer.objects.filter(unit_return_id=opened.return_id, carried=True)
    return {ref: key or "" for ref, key in rows.values_list("statement__ref", "level__key")}


def test_a_review_holds_last_times_answers_to_be_confirmed_and_asks_two_things() -> None:
    _, now = reviewed({"1.2": "partial"})
    assert carried(now) == {"1.1": "met", "1.2": "partial", "2.1": "met", "2.2": "met"}
    answer = answer_of(now, "1.2")
    assert (answer.comment, answer.reason, answer.no_action_reason) == ("Last time of 1.2", "Not here", "All is done")
    assert (answer.version, answer.saved_at, answer.last_level_id) == (0, None, answer.level_id)
    asked = Narrative.objects.filter(unit_return_id=now.return_id).values_list("standard", "prompt", "text")
    assert sorted(asked) == [(None, "changed", ""), (None, "improve", "")]
    assert stands(now) == ("review", 4, 0)
    assert recount(now) == 0


def test_the_latest_submission_counts_and_not_what_was_drafted_since() -> None:
    before, _ = submitted_return()
    never = next_return(before)  # asked, and never submitted
    rate(never, "1.1", "unmet")
    now = next_return(before, form="review")
    assert carried(now)["1.1"] == "met"
    made = Return.objects.get(pk=now.return_id)
    assert (made.previous_id, made.round) == (before.return_id, 3)


def test_what_was_not_rated_before_and_is_left_alone_is_not_asked() -> None:
    _, now = reviewed(form="light")
    assert carried(now) == {"1.1": "met", "2.1": "met"}
    assert stands(now) == ("review", 2, 0)
    state = draft(now.lead, return_head(now.lead, now.return_id))
    assert [gap.statement_ref for gap in state.missing] == ["1.1", "2.1"]
    save_answer(now.lead, now.return_id, "2.2", AnswerText(level="met"), version=0, at=AT)
    assert stands(now) == ("review", 3, 1)
    save_answer(now.lead, now.return_id, "2.2", AnswerText(), version=1, at=AT)
    assert stands(now) == ("review", 2, 0)


def test_a_review_without_anything_to_confirm_is_asked_in_the_usual_form() -> None:
    now = open_return(form="review")
    assert stands(now) == ("full", 4, 0)
    assert Narrative.objects.filter(unit_return_id=now.return_id, standard=None).count() == 0
    assert [(subject, details) for _, _, subject, details in events("invitation-changed")] == [(now.invitation.ref, {"form": "full"})]


def test_another_tool_comes_through_its_newest_mapping_and_levels_by_their_class() -> None:
    before = open_return()
    answer_everything(before)
    rate(before, "2.1", "unmet", reason="New", no_action_reason="None")
    sign_and_submit(before)
    scale = {
        "levels": [
            {"key": "yes", "label": "In place", "class": "met"},
            {"key": "nearly", "label": "Nearly", "class": "partial"},
            {"key": "partly", "label": "Partly", "class": "partial"},
            {"key": "no", "label": "Not in place", "class": "unmet"},
        ]
    }
    other = make_answering_edition(tool="other-tool", scale=scale)
    assert before.cycle.edition
    map_editions(before.cycle.edition, other, {"1.1": ["1.1", "1.2"]})
    map_editions(before.cycle.edition, other, {"1.1": ["1.2"], "2.1": ["2.2"]})
    now = next_return(before, edition=other, form="review")
    assert carried(now) == {"1.2": "yes", "2.2": "no"}
    made = Return.objects.get(pk=now.return_id)
    assert (made.previous_id, made.round) == (before.return_id, 1)


def test_a_level_that_the_new_scale_has_not_is_to_be_chosen() -> None:
    before = open_return()
    answer_everything(before)
    rate(before, "1.1", "partial", comment="Half way", no_action_reason="None")
    sign_and_submit(before)
    levels = list(Level.objects.filter(edition=before.cycle.edition).values("key", "label", "level_class"))
    scale = [{"key": one["key"], "label": one["label"], "class": one["level_class"]} for one in levels if one["key"] != "partial"]
    scale += [{"key": key, "label": key, "class": "partial"} for key in ("mostly", "little")]
    now = next_return(before, edition=make_answering_edition(edition="2028.1", scale={"levels": scale}), form="review")
    assert carried(now)["1.1"] == ""
    state = draft(now.lead, return_head(now.lead, now.return_id))
    assert ("1.1", "level") in [(gap.statement_ref, gap.gap) for gap in state.missing]
    assert stands(now) == ("review", 4, 0)
    save_answer(now.lead, now.return_id, "1.1", AnswerText(comment="Still half way"), version=0, at=AT)
    assert carried(now)["1.1"] == ""  # a text alone confirms nothing


def test_what_was_planned_last_time_still_answers_while_it_is_to_be_done() -> None:
    before = open_return()
    answer_everything(before)
    rate(before, "1.2", "partial")
    action_id = plan_action(before.lead, before.return_id, "1.2", ACTION, at=AT)
    sign_and_submit(before)
    now = next_return(before, edition=make_answering_edition(edition="2028.1"), form="review")
    confirm(now)
    state = draft(now.lead, return_head(now.lead, now.return_id))
    assert state.missing == []
    assert [a.action_id for a in state.answers["1.2"].actions] == [action_id]
    Action.objects.filter(pk=action_id).update(state="done")
    state = draft(now.lead, return_head(now.lead, now.return_id))
    assert [(gap.statement_ref, gap.gap) for gap in state.missing] == [("1.2", "action")]
    assert state.actions == ()


def test_a_review_given_up_after_a_slip_asks_again_what_it_was_asked() -> None:
    _, now = reviewed(form="light")
    confirm(now)
    sign_and_submit(now)
    assert stands(now) == ("review", 2, 2)
    start_amendment(now.lead, now.return_id, "A slip", at=AT)
    save_answer(now.lead, now.return_id, "2.2", AnswerText(level="met"), version=0, at=AT)
    assert stands(now) == ("review", 3, 3)
    give_up_amendment(now.lead, now.return_id, at=AT)
    assert stands(now) == ("review", 2, 2)
    assert answer_of(now, "2.2").level is None
    submitted = SubmittedAnswer.objects.filter(submission__unit_return_id=now.return_id).values_list("statement__ref", "carried")
    assert sorted(submitted) == [("1.1", True), ("2.1", True)]
