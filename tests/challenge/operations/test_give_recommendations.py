import pytest

from section11.challenge.models import Recommendation
from section11.challenge.operations.give_recommendations import give_recommendations
from section11.challenge.vocabulary import RecommendationState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.challenge import make_reviewer
from tests.factories.directory import make_viewer
from tests.factories.judging import colleague_of, make_recommendation, verbs
from tests.factories.returns import AT, partnership_viewer, submitted_return

pytestmark = pytest.mark.django_db


def test_all_drafts_of_a_return_are_given_at_once_and_no_others() -> None:
    opened, reference = submitted_return()
    other, theirs = submitted_return(cycle=opened.cycle)
    make_recommendation(other, theirs)
    for ref, text in (("1", "One."), ("2", "Two."), ("", "Three.")):
        make_recommendation(opened, reference, text=text, standard_ref=ref)
    assert give_recommendations(opened.officer, opened.invitation.pk, at=AT) == 3
    given = Recommendation.objects.filter(invitation=opened.invitation)
    assert set(given.values_list("state", "given_at", "version")) == {(RecommendationState.GIVEN, AT, 2)}
    assert Recommendation.objects.get(invitation=other.invitation).state == RecommendationState.DRAFT
    assert verbs(opened.organisation_stream)[-3:] == ["gave-recommendation"] * 3


def test_nothing_to_give_is_no_fault_and_tells_nothing() -> None:
    opened, _ = submitted_return()
    before = verbs(opened.partnership_stream)
    assert give_recommendations(opened.officer, opened.invitation.pk, at=AT) == 0
    assert verbs(opened.partnership_stream) == before


def test_a_reviewer_gives_what_is_theirs() -> None:
    opened, reference = submitted_return()
    for ref, text in (("1", "One."), ("2", "Two.")):
        make_recommendation(opened, reference, text=text, standard_ref=ref)
    assert give_recommendations(make_reviewer(opened.cycle, "2"), opened.invitation.pk, at=AT) == 1
    assert Recommendation.objects.get(state=RecommendationState.GIVEN).text == "Two."


def test_nobody_else_gives() -> None:
    opened, reference = submitted_return()
    make_recommendation(opened, reference)
    for viewer in (partnership_viewer(opened, Role.SCRUTINEER), make_viewer(Role.OFFICER), opened.lead):
        with pytest.raises(Absent):
            give_recommendations(viewer, opened.invitation.pk, at=AT)
    with pytest.raises(Refused, match="a colleague must do this"):
        give_recommendations(colleague_of(opened, Role.OFFICER), opened.invitation.pk, at=AT)
