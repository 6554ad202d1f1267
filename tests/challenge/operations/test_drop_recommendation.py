import pytest

from section11.challenge.models import Recommendation
from section11.challenge.operations.drop_recommendation import drop_recommendation
from section11.lib.errors import Absent
from tests.challenge.operations.around import nobody_else_may
from tests.factories.judging import make_recommendation, verbs
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_what_was_not_given_can_be_dropped_once() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference)
    drop_recommendation(opened.officer, row.pk, version=1, at=AT)
    assert not Recommendation.objects.exists()
    assert verbs(opened.partnership_stream)[-1] == "dropped-recommendation"
    with pytest.raises(Absent):
        drop_recommendation(opened.officer, row.pk, version=1, at=AT)


def test_nobody_else_drops_it() -> None:
    opened, reference = submitted_return()
    row = make_recommendation(opened, reference)
    nobody_else_may(opened, lambda viewer: drop_recommendation(viewer, row.pk, version=1, at=AT))
