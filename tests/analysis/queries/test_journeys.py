"""The dataset of journeys, filled from two cycles of a partnership."""

from datetime import datetime

import pytest

from section11.analysis.dataset import Basis
from section11.analysis.journeys import Change, Journeys, compute
from section11.analysis.queries.journeys import cycle_journeys
from section11.cycles.models import Invitation
from section11.cycles.vocabulary import InvitationState
from section11.directory.models import Partnership
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent
from section11.lib.viewer import system_viewer
from section11.standards.operations.publish_edition import publish_edition
from tests.factories.cycle_files import invitation, submission
from tests.factories.directory import make_partnership, make_viewer
from tests.factories.journeys import many, of_partnership, sent, two_cycles
from tests.factories.mappings import make_mapping
from tests.factories.standards import edition_document
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def told(partnership: Partnership, basis: Basis = Basis.SELF, since: str = "") -> Journeys:
    found = cycle_journeys(of_partnership(partnership), "2026", since, basis)
    assert found.data is not None
    return compute(found.data)


def counts(journeys: Journeys) -> dict[str, dict[Change, int]]:
    return {f"then:{s.ref}" if earlier else s.ref: dict(tally.counts) for s, earlier, tally in journeys.statements if tally.counts}


def test_two_audits_on_one_edition_are_compared_unit_by_unit() -> None:
    partnership = two_cycles(
        [invitation("oak", sent({"1.1": "unmet", "1.2": "met", "2.1": "na"})), invitation("ash", sent({"1.1": "met"}), sector="police")],
        [
            invitation("oak", sent({"1.1": "met", "1.2": "partial", "2.1": "met", "2.2": "met"})),
            invitation("ash", sent({"1.1": "met"}), sector="police"),
        ],
    )
    assert counts(told(partnership)) == {
        "1.1": {Change.IMPROVED: 1, Change.SAME: 1},
        "1.2": {Change.DECLINED: 1, Change.UNKNOWN: 1},
        "2.1": {Change.APPLIES_NOW: 1, Change.UNKNOWN: 1},
        "2.2": {Change.UNKNOWN: 2},
    }


def test_a_unit_that_answered_once_and_one_withdrawn_stay_out() -> None:
    partnership = two_cycles(
        [invitation("oak", submission()), invitation("left", submission()), invitation("once", submission())],
        [invitation("oak", submission()), invitation("left", submission()), invitation("fresh", submission()), invitation("late")],
    )
    Invitation.objects.filter(cycle__slug="2026", participation__slug="left").update(state=InvitationState.WITHDRAWN)
    data = told(partnership).data
    assert [one.organisation for one in data.both] == ["oak"]
    assert [one.organisation for one in data.only_then] == ["left", "once"]
    assert [one.organisation for one in data.only_now] == ["fresh"]


def test_the_latest_submission_counts() -> None:
    partnership = two_cycles([invitation("oak", sent({"1.1": "unmet"}))], [invitation("oak", sent({"1.1": "unmet"}), sent({"1.1": "met"}))])
    assert counts(told(partnership))["1.1"] == {Change.IMPROVED: 1}


def test_on_the_agreed_basis_the_agreed_levels_of_both_audits_count() -> None:
    partnership = two_cycles(
        [invitation("oak", sent({"1.1": "met"}, s1_1="unmet"))], [invitation("oak", sent({"1.1": "met"}, s1_1="partial"))]
    )
    assert counts(told(partnership))["1.1"] == {Change.SAME: 1}
    assert counts(told(partnership, Basis.AGREED))["1.1"] == {Change.IMPROVED: 1}


def test_a_light_form_then_and_a_full_one_now_make_the_rest_new_and_the_other_way_round_gone() -> None:
    partnership = two_cycles(
        [invitation("oak", sent({"1.1": "met"}), form="light"), invitation("ash", submission())],
        [invitation("oak", submission()), invitation("ash", sent({"1.1": "met"}), form="light")],
    )
    assert counts(told(partnership))["1.2"] == {Change.NEW: 1, Change.GONE: 1}


def test_sectors_are_those_of_the_later_audit() -> None:
    partnership = two_cycles([invitation("oak", submission())], [invitation("oak", submission(), sector="police")])
    assert [(s.key, units) for s, units, _ in told(partnership).sectors] == [("police", 1)]


def test_editions_of_one_tool_are_compared_by_key() -> None:
    later = edition_document(edition="2027.1")
    first, second = later["standards"][0]["statements"]
    first["key"], second["key"] = "quite-new", first["key"]  # 1.1 of the earlier edition is 1.2 of the later one
    partnership = two_cycles(
        [invitation("oak", sent({"1.1": "unmet"}))], [invitation("oak", sent({"1.2": "met"}))], editions=(edition_document(), later)
    )
    found = counts(told(partnership))
    assert found["1.2"] == {Change.IMPROVED: 1}
    assert found["1.1"] == {Change.NEW: 1}
    assert found["then:1.2"] == {Change.GONE: 1}


def test_mapped_editions_are_compared_by_their_pairs_several_to_one_and_one_to_several(at: datetime) -> None:
    small, other = edition_document(), edition_document(tool="other-tool")
    for document in (small, other):
        publish_edition(system_viewer("test"), document, partnership_id=None, at=at)
    make_mapping()  # 1.1 and 1.2 to 2.1; 2.1 to 1.1 and to 1.2
    partnership = two_cycles(
        [invitation("oak", sent({"1.1": "met", "1.2": "unmet", "2.1": "partial", "2.2": "met"}))],
        [invitation("oak", sent({"1.1": "met", "1.2": "unmet", "2.1": "partial", "2.2": "met"}))],
        editions=(small, other),
    )
    journeys = told(partnership)
    assert [(s.ref, earlier, dict(t.counts)) for s, earlier, t in journeys.statements] == [
        ("1.1", False, {Change.IMPROVED: 1}),
        ("1.2", False, {Change.DECLINED: 1}),
        ("2.1", False, {Change.IMPROVED: 1}),
        ("2.2", False, {Change.NEW: 1}),
        ("2.2", True, {Change.GONE: 1}),
    ]
    assert journeys.data.pairs.reasons["1.1", "2.1"] == "Both name one person."


def test_tools_that_nothing_joins_are_all_new_and_gone_and_are_not_chosen_unasked(at: datetime) -> None:
    partnership = two_cycles(
        [invitation("oak", submission())],
        [invitation("oak", submission())],
        editions=(edition_document(), edition_document(tool="other-tool")),
    )
    found = cycle_journeys(of_partnership(partnership), "2026")
    assert found.chosen is not None
    assert not found.chosen.is_joined
    assert dict(told(partnership).overall.counts) == {Change.NEW: 4, Change.GONE: 4}


def test_without_an_earlier_audit_there_is_nothing() -> None:
    partnership = two_cycles([invitation("oak", submission())], [invitation("oak", submission())])
    found = cycle_journeys(of_partnership(partnership), "2024")
    assert (found.earlier, found.chosen, found.data) == ((), None, None)


def test_they_are_for_those_with_a_role_in_the_partnership() -> None:
    partnership = two_cycles([invitation("oak", submission())], [invitation("oak", submission())])
    for role in PARTNERSHIP_ROLES:
        assert cycle_journeys(of_partnership(partnership, role), "2026").data
    for stranger in (make_viewer(Role.OFFICER, of=make_partnership()), make_viewer(Role.RETURN_LEAD)):
        with pytest.raises(Absent):
            cycle_journeys(stranger, "2026")
    with pytest.raises(Absent):
        cycle_journeys(of_partnership(partnership), "no-such-cycle")


def test_five_statements_at_most_whatever_the_number_of_returns(assert_queries: AssertQueries) -> None:
    partnership = two_cycles(many(3, "unmet"), many(40))
    viewer = of_partnership(partnership)
    for basis in Basis:
        cycle_journeys(viewer, "2026", basis=basis)
        with assert_queries(4):
            cycle_journeys(viewer, "2026", basis=basis)
