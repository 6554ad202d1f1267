"""Changing a return's time at a panel."""

from datetime import time

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import PanelSlot
from section11.challenge.operations.change_slot import change_slot
from section11.challenge.rules.panel_text import SlotText
from section11.lib.errors import Absent, Conflict, Refused
from tests.factories.panels import belongs, make_panel, make_slot, make_timetable, panel_reviewer
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_time_and_lines_of_enquiry_change() -> None:
    opened, _ = submitted_return()
    slot = make_slot(make_panel(opened), opened)
    change_slot(opened.officer, slot.panel_id, slot.pk, SlotText(time(9, 45), 30, "Who checks?", True), version=1, at=AT)
    slot.refresh_from_db()
    assert (slot.starts, slot.minutes, slot.enquiry, slot.shows_enquiry, slot.version) == (time(9, 45), 30, "Who checks?", True, 2)
    event = ActivityEvent.objects.get(verb="changed-slot")
    assert event.details["enquiry_changed"] is True
    assert "checks" not in str(event.details)


def test_its_own_time_is_no_overlap_and_anothers_is() -> None:
    opened, _ = submitted_return()
    other, _ = submitted_return(cycle=opened.cycle)
    first, second = make_timetable(make_panel(opened), [opened, other])
    change_slot(opened.officer, first.panel_id, first.pk, SlotText(time(9, 0), 25), version=1, at=AT)
    with pytest.raises(Refused, match="or end by"):
        change_slot(opened.officer, first.panel_id, second.pk, SlotText(time(9, 20), 30), version=1, at=AT)


def test_the_second_of_two_sees_both() -> None:
    opened, _ = submitted_return()
    slot = make_slot(make_panel(opened), opened)
    change_slot(opened.officer, slot.panel_id, slot.pk, SlotText(time(9, 30), 45, "Theirs"), version=1, at=AT)
    with pytest.raises(Conflict) as conflict:
        change_slot(opened.officer, slot.panel_id, slot.pk, SlotText(time(9, 30), 45, "Mine"), version=1, at=AT)
    assert (conflict.value.mine["enquiry"], conflict.value.theirs["enquiry"]) == ("Mine", "Theirs")


def test_who_belongs_to_the_organisation_moves_it_and_leaves_what_is_asked() -> None:
    opened, _ = submitted_return()
    slot = make_slot(make_panel(opened), opened)
    belongs(opened.officer, opened)
    with pytest.raises(Refused, match="a colleague must do this"):
        change_slot(opened.officer, slot.panel_id, slot.pk, SlotText(time(9, 30), 45, "Nothing"), version=1, at=AT)
    change_slot(opened.officer, slot.panel_id, slot.pk, SlotText(time(10, 0), 45, None), version=1, at=AT)
    assert PanelSlot.objects.get(pk=slot.pk).enquiry == "How do you know?"


def test_another_panels_time_and_other_people_are_absent() -> None:
    opened, _ = submitted_return()
    slot, elsewhere = make_slot(make_panel(opened), opened), make_panel(opened)
    for viewer, panel_id in ((opened.officer, elsewhere.pk), (panel_reviewer(opened), slot.panel_id)):
        with pytest.raises(Absent):
            change_slot(viewer, panel_id, slot.pk, SlotText(time(9, 0), 30), version=1, at=AT)
