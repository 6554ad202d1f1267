import pytest

from section11.returns.queries.head import return_head
from section11.returns.queries.sector_counts import OthersCount, others_in_sector
from tests.factories.cycle_files import invitation, submission
from tests.factories.journeys import own_return, sent, two_cycles
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db
NORTH = {"slug": "north", "name": "North"}


def test_others_are_counted_by_class_without_ones_own_organisation_or_another_sector(assert_queries: AssertQueries) -> None:
    two_cycles(
        [invitation("elm", submission())],
        [
            invitation("oak", submission()),
            invitation("oak", submission(), unit=NORTH),
            invitation("ash", sent({"1.1": "met", "1.2": "unmet", "2.1": "na"}), sent({"1.1": "partial", "1.2": "partial", "2.1": "na"})),
            invitation("fir", submission(), sector="police"),
            invitation("yew"),
            invitation("left", submission(), state="withdrawn"),
        ],
    )
    viewer, return_id = own_return()
    head = return_head(viewer, return_id)
    with assert_queries(1):
        found = others_in_sector(viewer, head)
    assert {(one.standard_ref, one.level_class): one.count for one in found} == {
        ("1", "partial"): 2,
        ("2", "not_applicable"): 1,
        ("2", ""): 1,
    }
    assert len({one.organisation_number for one in found}) == 1


def test_nothing_in_it_names_anybody() -> None:
    assert all("name" not in field and "slug" not in field for field in OthersCount.__dataclass_fields__)
