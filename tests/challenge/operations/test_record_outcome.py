"""Entering what a panel made of a return."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import PanelSlot
from section11.challenge.operations.record_outcome import record_outcome
from section11.challenge.vocabulary import PanelState, SlotOutcome
from section11.directory.models import Membership
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from tests.factories.panels import belongs, enter, make_panel, make_slot, panel_in, panel_reviewer, works_there
from tests.factories.returns import AT, Opened, partnership_viewer, submitted_return

pytestmark = pytest.mark.django_db


def test_a_member_enters_it_and_only_the_partnership_hears_of_it() -> None:
    opened, _ = submitted_return()
    reviewer = panel_reviewer(opened)
    slot = make_slot(make_panel(opened, reviewer), opened)
    enter(slot, reviewer, SlotOutcome.MORE_NEEDED, "Send the training record. \r\n")
    slot.refresh_from_db()
    assert (slot.outcome, slot.outcome_note, slot.version) == ("more-needed", "Send the training record.", 2)
    assert (slot.entered_at, slot.entered_by_name) == (AT, reviewer.name)
    event = ActivityEvent.objects.get(verb="recorded-outcome")
    assert event.stream.ref == opened.partnership_stream
    assert "training" not in str(event.details)


def test_it_can_be_put_right_until_the_panel_is_closed() -> None:
    opened, _ = submitted_return()
    slot = make_slot(make_panel(opened), opened)
    enter(slot, opened.officer, SlotOutcome.ASSURED)
    enter(slot, opened.officer, SlotOutcome.ASSURED_WITH_ACTIONS)
    assert PanelSlot.objects.get(pk=slot.pk).outcome == "assured-with-actions"


def test_the_second_of_two_sees_both() -> None:
    opened, _ = submitted_return()
    slot = make_slot(make_panel(opened), opened)
    enter(slot, opened.officer, SlotOutcome.ASSURED, "Theirs")
    with pytest.raises(Conflict) as conflict:
        record_outcome(opened.officer, slot.panel_id, slot.pk, outcome="more-needed", note="Mine", version=1, at=AT)
    assert conflict.value.mine["note"] == "Mine"
    assert conflict.value.theirs == {"outcome": "Assured", "note": "Theirs"}
    assert conflict.value.by == opened.officer.name


@pytest.mark.parametrize("how", [belongs, works_there])
@pytest.mark.parametrize("role", [Role.OFFICER, Role.REVIEWER])
def test_nobody_enters_it_for_their_own_organisation(role: Role, how: Callable[[Viewer, Opened], Membership | None]) -> None:
    opened, _ = submitted_return()
    viewer = partnership_viewer(opened, role)
    slot = make_slot(make_panel(opened, viewer), opened)
    how(viewer, opened)
    with pytest.raises(Refused, match="a colleague must do this"):
        enter(slot, viewer)


def test_reviewers_who_do_not_sit_the_scrutineer_and_others_do_not() -> None:
    opened, _ = submitted_return()
    scrutineer = partnership_viewer(opened, Role.SCRUTINEER)
    slot = make_slot(make_panel(opened, scrutineer), opened)
    others = (
        scrutineer,
        panel_reviewer(opened),
        partnership_viewer(opened, Role.EXECUTIVE_VIEWER),
        opened.lead,
        submitted_return()[0].officer,
    )
    for viewer in others:
        with pytest.raises(Absent):
            enter(slot, viewer)


def test_what_is_wrong_is_said() -> None:
    opened, _ = submitted_return()
    slot = make_slot(make_panel(opened), opened)
    for outcome, note, fields in (("", "", {"outcome"}), ("fine", "x" * 5001, {"outcome", "note"}), ("more-needed", "", {"note"})):
        with pytest.raises(Refused) as refused:
            enter(slot, opened.officer, outcome, note)
        assert set(refused.value.problems) == fields


def test_not_before_the_day() -> None:
    opened, _ = submitted_return()
    slot = make_slot(make_panel(opened, held_on=date(2026, 10, 6)), opened)
    with pytest.raises(Refused, match="from that day on"):
        enter(slot, opened.officer)
    enter(slot, opened.officer, at=AT + timedelta(days=1))


@pytest.mark.parametrize("state", [PanelState.HELD, PanelState.CANCELLED])
def test_not_once_it_is_over(state: PanelState) -> None:
    opened, _ = submitted_return()
    slot = PanelSlot.objects.get(panel=panel_in(state, opened))
    with pytest.raises(Refused, match="can no longer be done"):
        enter(slot, opened.officer)
