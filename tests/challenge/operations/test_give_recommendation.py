import pytest

from section11.challenge.models import Recommendation
from section11.challenge.operations.change_recommendation import change_recommendation
from section11.challenge.operations.give_recommendation import give_recommendation
from section11.challenge.vocabulary import RecommendationState
from section11.lib.errors import Conflict
from tests.challenge.operations.around import nobody_else_may
from tests.factories.judging import make_recommendation, verbs
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_the_organisation_is_told() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference)
    give_recommendation(opened.officer, row.pk, version=1, at=AT)
    given = Recommendation.objects.get()
    assert (given.state, given.given_at) == (RecommendationState.GIVEN, AT)
    for stream in (opened.organisation_stream, opened.partnership_stream):
        assert verbs(stream)[-1] == "gave-recommendation"


def test_exactly_the_words_that_were_seen_are_given() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference)
    change_recommendation(opened.officer, row.pk, "Other words.", version=1, at=AT)
    with pytest.raises(Conflict):
        give_recommendation(opened.officer, row.pk, version=1, at=AT)


def test_nobody_else_gives_it() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference)
    nobody_else_may(opened, lambda viewer: give_recommendation(viewer, row.pk, version=1, at=AT))
