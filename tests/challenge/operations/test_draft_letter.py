"""Drafting a feedback letter."""

from datetime import timedelta

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import AgreedLevel, GradeLevel, Letter, StandardGrade, SupportConversation
from section11.challenge.operations.draft_letter import draft_letter
from section11.challenge.vocabulary import SlotOutcome
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.returns.models import Submission, SubmittedAnswer
from section11.returns.operations.start_amendment import start_amendment
from section11.standards.models import Level, Standard
from tests.factories.challenge import answer as answer_challenge
from tests.factories.challenge import make_challenge
from tests.factories.judging import make_recommendation
from tests.factories.panels import approved_letter, belongs, held_panel, make_letter, make_panel, make_slot, panel_reviewer
from tests.factories.returns import AT, open_return, partnership_viewer, rate, sign_and_submit, submitted_return

pytestmark = pytest.mark.django_db


def test_it_is_made_of_what_the_panel_found_and_all_that_was_noted() -> None:
    opened, reference = submitted_return()
    answer = SubmittedAnswer.objects.get(submission__reference=reference, statement__ref="1.1")
    partial = Level.objects.get(edition=opened.cycle.edition, key="partial")
    AgreedLevel.objects.create(
        invitation=opened.invitation, statement=answer.statement, level=partial, agreed_on=answer.level, agreed_at=AT, agreed_by="person:x"
    )
    make_challenge(opened, reference, "statement:2.1")
    make_recommendation(opened, reference, text="Ask *every* child")
    SupportConversation.objects.create(invitation=opened.invitation, needed_at=AT)
    slot = held_panel(opened, SlotOutcome.ASSURED_WITH_ACTIONS, "Good leadership.")
    letter = make_letter(opened)
    assert (letter.slot, letter.number, letter.submission_number, letter.state) == (slot, 1, 1, "draft")
    for words in (
        f"Dear colleagues at {opened.participation.name}",
        "meeting our panel on 5 October 2026",
        "your submission 1 of 5 October 2026",
        "**Assured, with actions.**",
        "Good leadership.",
        "3 of 4 statements (75%)",
        "You gave: Met. Agreed: Partially met.",
        "Challenge 1 on statement 2.1: question",
        r"Ask \*every\* child",
        "what would help",
        "business.unit@example.org",
        opened.cycle.partnership.name,
    ):
        assert words in letter.body, words
    assert "- 2\\. " in letter.body  # the standard that is all met
    assert "- 1\\. " not in letter.body
    event = ActivityEvent.objects.get(verb="drafted-letter")
    assert event.stream.ref == opened.partnership_stream
    assert "leadership" not in str(event.details)


def test_a_challenge_that_they_answered_waits_for_us() -> None:
    opened, reference = submitted_return()
    answer_challenge(opened, make_challenge(opened, reference, "statement:2.1"))
    body = make_letter(opened).body
    assert "We have your answer and will come back to you:" in body
    assert "Please answer" not in body


def test_without_a_panel_it_begins_with_the_figures() -> None:
    opened, _ = submitted_return()
    body = make_letter(opened).body
    assert "## What we found" in body
    assert "4 of 4 statements (100%)" in body
    assert "panel" not in body


def test_where_grades_are_on_they_say_what_was_strong() -> None:
    opened, reference = submitted_return()
    scale = [GradeLevel.objects.create(cycle=opened.cycle, order=n, key=f"g{n}", label=f"Grade {n}") for n in range(4)]
    made = Submission.objects.get(reference=reference)
    for ref, grade in (("1", scale[1]), ("2", scale[2])):
        standard = Standard.objects.get(edition=opened.cycle.edition, ref=ref)
        StandardGrade.objects.create(
            invitation=opened.invitation, standard=standard, submission=made, grade=grade, reasons="-", graded_at=AT, graded_by="x"
        )
    body = make_letter(opened).body
    assert "Grade 1" in body
    assert "Grade 2" not in body


def test_a_draft_that_is_there_stays() -> None:
    opened, _ = submitted_return()
    letter = make_letter(opened)
    Letter.objects.filter(pk=letter.pk).update(body="Mine")
    assert draft_letter(opened.officer, opened.cycle.slug, opened.invitation.pk, at=AT) == letter.pk
    assert Letter.objects.get().body == "Mine"


def test_a_later_submission_gets_a_letter_of_its_own_number() -> None:
    opened, _ = submitted_return()
    first = approved_letter(opened)
    later = AT + timedelta(days=3)
    start_amendment(opened.lead, opened.return_id, "A slip", at=later)
    rate(opened, "1.1", "met", comment="Better", at=later)
    sign_and_submit(opened, at=later)
    second = make_letter(opened, at=later)
    assert [(one.number, one.submission_number) for one in (first, second)] == [(1, 1), (2, 2)]
    assert "submission 2 of 8 October 2026" in second.body


def test_a_panel_is_told_of_once() -> None:
    opened, _ = submitted_return()
    slot = held_panel(opened)
    assert approved_letter(opened).slot == slot
    assert make_letter(opened).slot is None


def test_not_while_a_panel_is_to_be_held_and_not_without_a_submission() -> None:
    opened, _ = submitted_return()
    make_slot(make_panel(opened), opened)
    with pytest.raises(Refused, match="Close the panel first"):
        make_letter(opened)
    with pytest.raises(Refused, match="nothing to write about"):
        make_letter(open_return(cycle=opened.cycle))


def test_officers_only_and_never_about_their_own_organisation() -> None:
    opened, _ = submitted_return()
    for viewer in (panel_reviewer(opened), partnership_viewer(opened, Role.SCRUTINEER), submitted_return()[0].officer, opened.lead):
        with pytest.raises(Absent):
            draft_letter(viewer, opened.cycle.slug, opened.invitation.pk, at=AT)
    belongs(opened.officer, opened)
    with pytest.raises(Refused, match="a colleague must do this"):
        make_letter(opened)
