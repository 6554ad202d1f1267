"""Judging at the same moment: nothing is overwritten unseen, each move happens once, no sample is drawn twice."""

from collections.abc import Callable

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import EvidenceRating, GoodPractice, GradeLevel, Opinion, Recommendation, SamplePick, StandardGrade
from section11.challenge.operations.agree_to_share import agree_to_share
from section11.challenge.operations.answer_recommendation import answer_recommendation
from section11.challenge.operations.ask_consent import ask_consent
from section11.challenge.operations.change_good_practice import change_good_practice
from section11.challenge.operations.draw_sample import draw_sample
from section11.challenge.operations.give_opinion import give_opinion
from section11.challenge.operations.give_recommendation import give_recommendation
from section11.challenge.operations.give_recommendations import give_recommendations
from section11.challenge.operations.grade_standard import grade_standard
from section11.challenge.operations.rate_evidence import RatedEvidence, rate_evidence
from section11.challenge.operations.save_opinion import save_opinion
from section11.challenge.operations.set_grades import set_grades
from section11.challenge.operations.take_up_recommendation import take_up_recommendation
from section11.challenge.operations.write_recommendation import write_recommendation
from section11.challenge.vocabulary import GoodPracticeState, OpinionState, RecommendationState
from section11.cycles.models import Cycle
from section11.directory.vocabulary import Role
from section11.lib.errors import Conflict, Refused
from section11.plans.models import Action
from section11.returns.models import Submission
from section11.returns.operations.start_amendment import start_amendment
from section11.returns.operations.submit_return import submit_return
from tests.factories.challenge import make_reviewer
from tests.factories.judging import make_practice, make_recommendation, switch_grading_on
from tests.factories.returns import ACTION, AT, more_leads, partnership_viewer, sign, submitted_return
from tests.racing import failures, race

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = range(3)
STRENGTHS = ("strong", "enough", "weak", "none")


def one_wins(acts: list[Callable[[], object]], *others: type[Exception]) -> None:
    """Exactly one of these is done, the others are told in a way that they expect."""
    ends = race(acts)
    assert failures(ends, *others) == []
    assert sum(not isinstance(end, Exception) for end in ends) == 1


@pytest.mark.parametrize("time", TIMES)
def test_of_four_who_rate_the_same_answer_one_is_kept_and_three_see_it(time: int) -> None:
    opened, reference = submitted_return()
    reviewers = [make_reviewer(opened.cycle) for _ in STRENGTHS]
    acts = [
        lambda who=who, strength=strength: rate_evidence(who, reference, "1", {"1.1": RatedEvidence(strength)}, at=AT)
        for who, strength in zip(reviewers, STRENGTHS, strict=True)
    ]
    one_wins(acts, Conflict)
    assert EvidenceRating.objects.get().version == 1


@pytest.mark.parametrize("time", TIMES)
def test_of_two_grades_one_is_kept(time: int) -> None:
    opened, reference = submitted_return()
    switch_grading_on(opened)
    one_wins(
        [
            lambda who=who, grade=grade: grade_standard(who, reference, "1", grade, "Because.", version=0, at=AT)
            for who, grade in ((opened.officer, "good"), (make_reviewer(opened.cycle), "inadequate"))
        ],
        Conflict,
    )
    assert StandardGrade.objects.count() == 1


@pytest.mark.parametrize("time", TIMES)
def test_a_scale_is_never_taken_away_under_a_grade(time: int) -> None:
    opened, reference = submitted_return()
    switch_grading_on(opened)
    version = Cycle.objects.get(pk=opened.cycle.pk).version
    acts: list[Callable[[], object]] = [
        lambda: grade_standard(make_reviewer(opened.cycle), reference, "1", "good", "Because.", version=0, at=AT),
        lambda: set_grades(opened.officer, opened.cycle.slug, ["Assured", "Not yet"], version=version, at=AT),
    ]
    ends = race(acts if time % 2 else acts[::-1])
    assert failures(ends, Refused) == []
    keys = set(GradeLevel.objects.values_list("key", flat=True))
    graded = StandardGrade.objects.first()
    assert keys == ({"assured", "not-yet"} if graded is None else {"outstanding", "good", "requires-improvement", "inadequate"})


@pytest.mark.parametrize("time", TIMES)
def test_words_change_or_are_asked_about_never_both_unseen(time: int) -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference)
    ends = race(
        [
            lambda: ask_consent(opened.officer, row.pk, version=1, at=AT),
            lambda: change_good_practice(make_reviewer(opened.cycle), row.pk, "Other words.", version=1, at=AT),
        ]
    )
    assert failures(ends, Refused, Conflict) == []
    assert sum(end is None for end in ends) == 1
    stands = GoodPractice.objects.get()
    assert (stands.state, stands.text) in ((GoodPracticeState.ASKED, row.text), (GoodPracticeState.MARKED, "Other words."))


@pytest.mark.parametrize("time", TIMES)
def test_what_two_give_at_once_is_given_and_told_once(time: int) -> None:
    opened, reference = submitted_return()
    rows = [make_recommendation(opened, reference, text=f"Advice {n}") for n in range(3)]
    other = make_reviewer(opened.cycle)
    ends = race(
        [
            lambda: give_recommendations(opened.officer, opened.invitation.pk, at=AT),
            lambda: give_recommendations(other, opened.invitation.pk, at=AT),
            lambda: give_recommendation(other, rows[0].pk, version=1, at=AT),
        ]
    )
    assert failures(ends, Refused) == []
    assert set(Recommendation.objects.values_list("state", "version")) == {(RecommendationState.GIVEN, 2)}
    told = ActivityEvent.objects.filter(stream__ref=opened.organisation_stream, verb="gave-recommendation")
    assert sorted(told.values_list("subject", flat=True)) == sorted(row.ref for row in rows)


@pytest.mark.parametrize("time", TIMES)
def test_a_recommendation_is_taken_up_once_or_answered(time: int) -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference, RecommendationState.GIVEN)
    first, second = more_leads(opened, 2)
    ends = race(
        [
            lambda: take_up_recommendation(first, row.pk, ACTION, at=AT),
            lambda: take_up_recommendation(second, row.pk, ACTION, at=AT),
            lambda: answer_recommendation(opened.lead, row.pk, "No.", version=row.version, at=AT),
        ]
    )
    assert failures(ends, Refused, Conflict) == []
    row.refresh_from_db()
    assert row.state == RecommendationState.TAKEN_UP
    assert Action.objects.filter(origin=row.ref).count() == 1


@pytest.mark.parametrize("time", TIMES)
def test_two_leads_who_agree_at_once_agree_once(time: int) -> None:
    opened, reference = submitted_return()
    row = make_practice(opened, reference, GoodPracticeState.ASKED)
    one_wins([lambda who=who: agree_to_share(who, row.pk, at=AT) or True for who in more_leads(opened, 2)], Refused)


@pytest.mark.parametrize("time", TIMES)
def test_two_samples_drawn_at_once_share_no_return(time: int) -> None:
    opened, _ = submitted_return()
    for _ in range(3):
        submitted_return(cycle=opened.cycle)
    ends = race([lambda: draw_sample(opened.officer, opened.cycle.slug, 2, at=AT) for _ in range(2)])
    assert ends == [2, 2]
    assert SamplePick.objects.count() == 4


@pytest.mark.parametrize("time", TIMES)
def test_two_windows_of_a_scrutineer_never_overwrite_each_other(time: int) -> None:
    opened, _ = submitted_return()
    scrutineer = partnership_viewer(opened, Role.SCRUTINEER)
    slug = opened.cycle.slug
    one_wins([lambda text=text: save_opinion(scrutineer, slug, text, version=0, at=AT) for text in ("First.", "Second.")], Conflict)
    ends = race(
        [
            lambda: give_opinion(scrutineer, slug, version=1, at=AT),
            lambda: save_opinion(scrutineer, slug, "Changed.", version=1, at=AT),
        ]
    )
    assert failures(ends, Refused, Conflict) == []
    assert sum(not isinstance(end, Exception) for end in ends) == 1
    row = Opinion.objects.get()
    assert (row.state == OpinionState.GIVEN) is (row.text != "Changed.")


@pytest.mark.parametrize("time", TIMES)
def test_nothing_is_written_on_a_submission_that_was_replaced_meanwhile(time: int) -> None:
    opened, reference = submitted_return()
    start_amendment(opened.lead, opened.return_id, "Something changed", at=AT)
    sign(opened)
    ends = race(
        [
            lambda: submit_return(opened.lead, opened.return_id, at=AT),
            lambda: write_recommendation(opened.officer, reference, "Ask children.", standard_ref="1", at=AT),
        ]
    )
    assert failures(ends, Refused) == []
    assert Submission.objects.count() == 2
    assert Recommendation.objects.count() == sum(isinstance(end, int) for end in ends)
