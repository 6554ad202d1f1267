import pytest

from section11.challenge.models import Recommendation
from section11.challenge.operations.change_recommendation import change_recommendation
from section11.lib.errors import Conflict, Refused
from tests.challenge.operations.around import nobody_else_may
from tests.factories.judging import make_recommendation, verbs
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_the_words_change_before_it_is_given_and_the_slower_of_two_sees_both() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference)
    change_recommendation(opened.officer, row.pk, "Ask every child.", version=1, at=AT)
    assert Recommendation.objects.get().text == "Ask every child."
    assert verbs(opened.partnership_stream)[-1] == "changed-recommendation"
    with pytest.raises(Conflict) as told:
        change_recommendation(opened.officer, row.pk, "Mine.", version=1, at=AT)
    assert (told.value.mine, told.value.theirs) == ({"text": "Mine."}, {"text": "Ask every child."})
    with pytest.raises(Refused, match="Write what you recommend"):
        change_recommendation(opened.officer, row.pk, "", version=2, at=AT)


def test_nobody_else_changes_it() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference)
    nobody_else_may(opened, lambda viewer: change_recommendation(viewer, row.pk, "Mine.", version=1, at=AT))
