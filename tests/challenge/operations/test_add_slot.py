"""Giving a return a time at a panel."""

from datetime import date, time

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import PanelSlot
from section11.challenge.operations.add_slot import add_slot
from section11.challenge.rules.panel_text import SlotText
from section11.challenge.vocabulary import PanelState
from section11.cycles.models import Invitation
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.directory import make_viewer
from tests.factories.panels import belongs, held_panel, make_panel, make_slot, panel_in, panel_reviewer
from tests.factories.returns import AT, open_return, submitted_return

pytestmark = pytest.mark.django_db
HALF_PAST_NINE = SlotText(time(9, 30), 45, "How do you know?\r\n\r\nWho checks? ")


def test_a_submitted_return_gets_a_time_and_lines_of_enquiry() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened)
    slot = PanelSlot.objects.get(pk=add_slot(opened.officer, panel.pk, opened.invitation.pk, HALF_PAST_NINE, at=AT))
    assert (slot.starts, slot.minutes, slot.enquiry, slot.outcome) == (time(9, 30), 45, "How do you know?\n\nWho checks?", "")
    event = ActivityEvent.objects.get(verb="added-slot")
    assert event.stream.ref == opened.partnership_stream
    assert "know" not in str(event.details)


def test_overlapping_times_are_refused_with_what_to_do() -> None:
    opened, _ = submitted_return()
    other, _ = submitted_return(cycle=opened.cycle)
    panel = make_panel(opened)
    make_slot(panel, opened, time(9, 30), 45)
    with pytest.raises(Refused) as refused:
        add_slot(opened.officer, panel.pk, other.invitation.pk, SlotText(time(10, 0), 45), at=AT)
    name = opened.participation.name
    assert refused.value.problems == {"starts": f"{name} has 09:30 to 10:15. Start at 10:15 or later, or end by 09:30"}
    add_slot(opened.officer, panel.pk, other.invitation.pk, SlotText(time(10, 15), 45), at=AT)


def test_only_submitted_returns_of_that_audit_come() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened)
    for other in (open_return(cycle=opened.cycle), submitted_return()[0]):
        with pytest.raises(Refused) as refused:
            add_slot(opened.officer, panel.pk, other.invitation.pk, HALF_PAST_NINE, at=AT)
        assert set(refused.value.problems) == {"invitation"}
    Invitation.objects.filter(pk=opened.invitation.pk).update(state="withdrawn")
    with pytest.raises(Refused):
        add_slot(opened.officer, panel.pk, opened.invitation.pk, HALF_PAST_NINE, at=AT)


def test_a_return_has_one_time_a_panel_and_may_come_to_a_later_one() -> None:
    opened, _ = submitted_return()
    held_panel(opened)
    later = make_panel(opened, held_on=date(2026, 12, 1))
    make_slot(later, opened)
    with pytest.raises(Refused, match="has a time at this panel already"):
        add_slot(opened.officer, later.pk, opened.invitation.pk, SlotText(time(14, 0), 30), at=AT)


def test_a_time_that_the_clocks_leave_out_is_refused() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened, held_on=date(2027, 3, 28))
    with pytest.raises(Refused, match="clocks go forward"):
        add_slot(opened.officer, panel.pk, opened.invitation.pk, SlotText(time(1, 30), 30), at=AT)


@pytest.mark.parametrize("state", [PanelState.HELD, PanelState.CANCELLED])
def test_a_panel_that_is_over_takes_no_more(state: PanelState) -> None:
    opened, _ = submitted_return()
    other, _ = submitted_return(cycle=opened.cycle)
    panel = panel_in(state, opened)
    with pytest.raises(Refused, match="can no longer be done"):
        add_slot(opened.officer, panel.pk, other.invitation.pk, HALF_PAST_NINE, at=AT)


def test_who_belongs_to_the_organisation_gives_it_a_time_without_writing_what_is_asked() -> None:
    opened, _ = submitted_return()
    belongs(opened.officer, opened)
    panel = make_panel(opened)
    with pytest.raises(Refused, match="a colleague must do this"):
        add_slot(opened.officer, panel.pk, opened.invitation.pk, HALF_PAST_NINE, at=AT)
    add_slot(opened.officer, panel.pk, opened.invitation.pk, SlotText(time(9, 30), 45), at=AT)


def test_only_the_partnerships_officers() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened)
    for viewer in (panel_reviewer(opened), make_viewer(Role.OFFICER), opened.lead):
        with pytest.raises(Absent):
            add_slot(viewer, panel.pk, opened.invitation.pk, HALF_PAST_NINE, at=AT)
