"""What the executive's page is filled with says the same as the pages that it leads to."""

import pytest

from section11.analysis.dataset import Basis
from section11.analysis.figures.compute import compute as figures
from section11.analysis.figures.file import figures_file
from section11.analysis.journeys import compute as journeys
from section11.analysis.queries.dataset import cycle_dataset
from section11.analysis.queries.journeys import cycle_journeys
from section11.analysis.queries.summary import summary
from section11.lib.errors import Absent
from tests.factories.cycle_files import invitation, submission
from tests.factories.directory import make_partnership, make_viewer
from tests.factories.journeys import of_partnership, sent, two_cycles
from tests.factories.standards import edition_document

pytestmark = pytest.mark.django_db
EXEMPT = invitation("left", submission(), state="exempt")


@pytest.mark.parametrize("basis", list(Basis))
def test_figures_and_journeys_are_those_of_their_own_pages(basis: Basis) -> None:
    partnership = two_cycles(
        [invitation("oak", sent({"1.1": "unmet", "2.1": "met"}, s1_1="partial")), invitation("once", submission())],
        [
            invitation("oak", sent({"1.1": "met", "2.1": "na"}, s1_1="unmet")),
            invitation("late"),
            EXEMPT,
        ],
    )
    viewer = of_partnership(partnership)
    found = summary(viewer, "2026", basis)
    assert figures_file(figures(found.figures)) == figures_file(figures(cycle_dataset(viewer, "2026", basis)))
    data = cycle_journeys(viewer, "2026", basis=basis).data
    assert found.journeys is not None
    assert data is not None
    assert journeys(found.journeys).overall == journeys(data).overall


def test_the_first_audit_and_one_on_other_standards_have_nothing_to_compare_with() -> None:
    editions = (edition_document(), edition_document(tool="other-tool"))
    partnership = two_cycles([invitation("oak", submission())], [invitation("oak", submission())], editions=editions)
    viewer = of_partnership(partnership)
    assert summary(viewer, "2024").journeys is None
    assert summary(viewer, "2026").journeys is None


def test_it_is_for_those_with_a_role_in_the_partnership() -> None:
    two_cycles([invitation("oak", submission())], [])
    with pytest.raises(Absent):
        summary(make_viewer(of=make_partnership()), "2024")
