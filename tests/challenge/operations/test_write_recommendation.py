import pytest

from section11.challenge.models import Recommendation
from section11.challenge.operations.write_recommendation import write_recommendation
from section11.challenge.vocabulary import RecommendationState
from section11.lib.errors import Absent, Refused
from tests.challenge.operations.around import nobody_else_may
from tests.factories.challenge import make_reviewer
from tests.factories.judging import verbs
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db
TEXT = "Ask children what changed."


def test_a_recommendation_waits_unseen_until_it_is_given() -> None:
    opened, reference = submitted_return()
    before = verbs(opened.organisation_stream)
    made = write_recommendation(make_reviewer(opened.cycle, "1"), reference, TEXT, standard_ref="1", at=AT)
    row = Recommendation.objects.get(pk=made)
    assert row.standard is not None
    assert (row.state, row.standard.ref, row.text) == (RecommendationState.DRAFT, "1", TEXT)
    assert verbs(opened.partnership_stream)[-1] == "wrote-recommendation"
    assert verbs(opened.organisation_stream) == before


def test_one_may_be_about_the_whole_return_and_pressing_twice_writes_once() -> None:
    opened, reference = submitted_return()
    first = write_recommendation(opened.officer, reference, TEXT, at=AT)
    assert write_recommendation(opened.officer, reference, TEXT, at=AT) == first
    assert Recommendation.objects.get().standard is None


def test_it_needs_words_and_a_standard_that_was_asked() -> None:
    opened, reference = submitted_return()
    with pytest.raises(Refused, match="Write what you recommend"):
        write_recommendation(opened.officer, reference, " ", at=AT)
    with pytest.raises(Absent):
        write_recommendation(opened.officer, reference, TEXT, standard_ref="9", at=AT)


def test_nobody_else_recommends() -> None:
    opened, reference = submitted_return()
    nobody_else_may(opened, lambda viewer: write_recommendation(viewer, reference, TEXT, standard_ref="1", at=AT))
