import pytest

from section11.cycles.models import Cycle, Invitation
from section11.cycles.vocabulary import InvitationState
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent
from section11.returns.queries.rounds import Round, rounds_of_cycles, rounds_of_organisation, rounds_of_return
from tests.factories.cycle_files import invitation, submission
from tests.factories.directory import make_partnership, make_viewer
from tests.factories.journeys import of_partnership, own_return, two_cycles
from tests.factories.returns import submitted_return
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db
NORTH = {"slug": "north", "name": "North"}
READERS = {Role.OFFICER, Role.REVIEWER, Role.SCRUTINEER}


def told(rounds: list[Round]) -> list[tuple[str, str, str]]:
    return [(one.cycle.slug, one.organisation_slug, one.unit_slug) for one in rounds]


def test_those_of_cycles_are_the_latest_submissions_of_invited_units(assert_queries: AssertQueries) -> None:
    partnership = two_cycles(
        [invitation("oak", submission(), submission()), invitation("ash", submission())],
        [invitation("oak", submission()), invitation("elm")],
    )
    Invitation.objects.filter(participation__slug="ash").update(state=InvitationState.EXEMPT)
    ids = list(Cycle.objects.order_by("slug").values_list("pk", flat=True))
    for role in PARTNERSHIP_ROLES:
        viewer = of_partnership(partnership, role)
        with assert_queries(1):
            found = rounds_of_cycles(viewer, *ids)
        assert told(found) == [("2024", "oak", ""), ("2026", "oak", "")]
    assert found[0].sector_key == "school"


def test_they_are_for_their_partnership_only() -> None:
    two_cycles([invitation("oak", submission())], [])
    [cycle] = Cycle.objects.filter(slug="2024")
    assert rounds_of_cycles(make_viewer(of=make_partnership()), cycle.pk) == []
    with pytest.raises(Absent):
        rounds_of_cycles(make_viewer(Role.RETURN_LEAD), cycle.pk)


def test_those_of_an_organisation_are_all_of_its_units_the_latest_first() -> None:
    partnership = two_cycles(
        [invitation("oak", submission()), invitation("oak", submission(), unit=NORTH)],
        [invitation("oak", submission(), unit=NORTH), invitation("ash", submission())],
    )
    for role in PARTNERSHIP_ROLES:
        if role in READERS:
            found = rounds_of_organisation(of_partnership(partnership, role), "oak")
            assert told(found) == [("2026", "oak", "north"), ("2024", "oak", ""), ("2024", "oak", "north")]
        else:
            with pytest.raises(Absent):
                rounds_of_organisation(of_partnership(partnership, role), "oak")
    assert rounds_of_organisation(make_viewer(of=make_partnership()), "oak") == []


def test_those_of_a_return_are_its_own_units_and_one_partnerships(assert_queries: AssertQueries) -> None:
    two_cycles(
        [invitation("oak", submission()), invitation("oak", submission(), unit=NORTH)],
        [invitation("oak", submission()), invitation("ash", submission())],
    )
    viewer, return_id = own_return()
    submitted_return(unit=Invitation.objects.filter(participation__slug="oak", unit__slug="")[0].unit)  # for another partnership
    with assert_queries(1):
        found = rounds_of_return(viewer, return_id)
    assert told(found) == [("2026", "oak", ""), ("2024", "oak", "")]
    stranger, _ = own_return("ash")
    assert rounds_of_return(stranger, return_id) == []
