import pytest

from section11.challenge.operations.agree_level import agree_level
from section11.challenge.queries.both_ratings import BothRatings, both_ratings
from section11.lib.errors import Absent
from section11.returns.operations.start_amendment import start_amendment
from tests.factories.returns import AT, rate, sign_and_submit, submitted_return
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def test_both_stand_side_by_side_by_return(assert_queries: AssertQueries) -> None:
    opened, reference = submitted_return()
    plain, _ = submitted_return(cycle=opened.cycle)
    agree_level(opened.officer, reference, "1.1", "partial", "x", version=0, at=AT)
    with assert_queries(1):
        found = both_ratings(opened.officer, opened.cycle.pk, "1.1")
    assert found == {
        opened.invitation.pk: BothRatings("met", "partial", is_lapsed=False),
        plain.invitation.pk: BothRatings("met", "", is_lapsed=True),
    }
    tested, untested = found[opened.invitation.pk], found[plain.invitation.pk]
    assert [tested.counted(agreed=agreed) for agreed in (True, False)] == ["partial", "met"]
    assert [untested.counted(agreed=agreed) for agreed in (True, False)] == ["met", "met"]


def test_a_lapsed_level_does_not_count() -> None:
    opened, reference = submitted_return()
    agree_level(opened.officer, reference, "1.1", "partial", "x", version=0, at=AT)
    start_amendment(opened.lead, opened.return_id, "A slip", at=AT)
    rate(opened, "1.1", "na", reason="Not here")
    sign_and_submit(opened)
    [one] = both_ratings(opened.officer, opened.cycle.pk, "1.1").values()
    assert one == BothRatings("na", "partial", is_lapsed=True)
    assert one.counted(agreed=True) == "na"


def test_another_partnerships_are_not_there() -> None:
    opened, _ = submitted_return()
    other, _ = submitted_return()
    assert both_ratings(opened.officer, other.cycle.pk, "1.1") == {}
    with pytest.raises(Absent):
        both_ratings(opened.lead, opened.cycle.pk, "1.1")
