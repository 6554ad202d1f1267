from datetime import timedelta

import pytest

from section11.challenge.models import Letter
from section11.challenge.operations.agree_to_share import agree_to_share
from section11.challenge.operations.answer_recommendation import answer_recommendation
from section11.challenge.operations.give_recommendation import give_recommendation
from section11.challenge.operations.give_recommendations import give_recommendations
from section11.challenge.vocabulary import GoodPracticeState, LetterState, RecommendationState
from section11.lib.viewer import system_viewer
from section11.notices.kinds.judging import ASKED, GIVEN
from section11.notices.vocabulary import EmailKind
from tests.factories.judging import make_practice, make_recommendation
from tests.factories.notices import texts
from tests.factories.returns import AT, more_leads, submitted_return
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db
BEFORE = AT - timedelta(minutes=1)
PRIVATE = "The Tuesday meetings"


def test_each_lead_is_asked_to_share_once_a_day_and_never_told_what():
    opened, reference = submitted_return()
    [second] = more_leads(opened, 1)
    make_practice(opened, reference, GoodPracticeState.ASKED, text=PRIVATE)
    make_practice(opened, reference, GoodPracticeState.ASKED, text="Something else")
    found = texts(ASKED, BEFORE)
    assert {notice.recipient.person_ref for notice, _ in found} == {opened.lead.person_ref, second.person_ref}
    assert len(found) == 2
    notice, text = found[0]
    assert (notice.kind, notice.subject_ref) == (EmailKind.CONSENT_ASKED, opened.invitation.ref)
    assert notice.about.startswith(f"consent-asked:{opened.invitation.pk}:2026-10-05:")
    assert opened.participation.name in text.subject
    assert "Tuesday" not in text.subject + text.body
    assert texts(ASKED, AT) == []


def test_who_has_decided_is_not_asked_and_nothing_is_said_before_it_was_asked():
    opened, reference = submitted_return()
    make_practice(opened, reference, text=PRIVATE)
    row = make_practice(opened, reference, GoodPracticeState.ASKED, text="Something else")
    agree_to_share(opened.lead, row.pk, at=AT)
    assert texts(ASKED, BEFORE) == []


def test_each_lead_is_told_that_something_is_recommended_never_what():
    opened, reference = submitted_return()
    make_recommendation(opened, reference, text="Not given")
    assert texts(GIVEN, BEFORE) == []
    for said in (PRIVATE, "Something else"):
        make_recommendation(opened, reference, RecommendationState.GIVEN, text=said)
    [(notice, text)] = texts(GIVEN, BEFORE)
    assert notice.kind == EmailKind.RECOMMENDATIONS_GIVEN
    assert notice.recipient.person_ref == opened.lead.person_ref
    assert "Tuesday" not in text.subject + text.body
    assert "make each an action of your improvement plan, or say why" in text.body


def test_what_was_answered_already_needs_no_email():
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference, RecommendationState.GIVEN)
    answer_recommendation(opened.lead, row.pk, "We did so.", version=row.version, at=AT)
    assert texts(GIVEN, BEFORE) == []


def test_what_is_given_with_a_letter_is_told_by_the_letters_own_email():
    opened, reference = submitted_return()
    make_recommendation(opened, reference, text="With the letter")
    give_recommendations(opened.officer, opened.invitation.pk, at=AT)
    Letter.objects.create(
        invitation=opened.invitation, number=1, body="Dear all", state=LetterState.APPROVED, drafted_at=AT, approved_at=AT
    )
    assert texts(GIVEN, BEFORE) == []
    later = make_recommendation(opened, reference, text="By itself")
    give_recommendation(opened.officer, later.pk, version=1, at=AT + timedelta(hours=2))
    assert len(texts(GIVEN, BEFORE)) == 1


def test_any_number_of_them_takes_a_handful_of_statements(assert_queries: AssertQueries):
    opened, reference = submitted_return()
    other, theirs = submitted_return(cycle=opened.cycle)
    for one, of in ((opened, reference), (other, theirs)):
        make_practice(one, of, GoodPracticeState.ASKED)
        make_recommendation(one, of, RecommendationState.GIVEN)
    for kind in (ASKED, GIVEN):
        with assert_queries(4):
            assert len(kind.due(system_viewer("test"), BEFORE)) == 2
