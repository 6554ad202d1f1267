"""Closing a panel that took place."""

from datetime import date

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import Panel, PanelSlot
from section11.challenge.operations.hold_panel import hold_panel
from section11.lib.errors import Absent, Refused
from tests.factories.panels import belongs, enter, make_panel, make_slot, make_timetable, panel_reviewer
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_it_is_closed_once_every_return_has_its_outcome() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened)
    slot = make_slot(panel, opened)
    with pytest.raises(Refused) as refused:
        hold_panel(opened.officer, panel.pk, at=AT)
    assert opened.participation.name in refused.value.problems["absent"]
    enter(slot, opened.officer)
    hold_panel(opened.officer, panel.pk, at=AT)
    assert Panel.objects.get(pk=panel.pk).state == "held"
    assert ActivityEvent.objects.get(verb="held-panel").details == {"returns": 1, "absent": 0}


def test_or_it_is_said_that_nobody_attended() -> None:
    opened, _ = submitted_return()
    other, _ = submitted_return(cycle=opened.cycle)
    panel = make_panel(opened)
    first, second = make_timetable(panel, [opened, other])
    enter(first, opened.officer)
    hold_panel(opened.officer, panel.pk, absent={second.pk}, at=AT)
    assert list(PanelSlot.objects.order_by("starts").values_list("outcome", flat=True)) == ["assured-with-actions", "did-not-attend"]


def test_saying_so_of_one_that_has_an_outcome_changes_nothing() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened)
    slot = make_slot(panel, opened)
    enter(slot, opened.officer)
    hold_panel(opened.officer, panel.pk, absent={slot.pk}, at=AT)
    assert PanelSlot.objects.get(pk=slot.pk).outcome == "assured-with-actions"


def test_nobody_says_of_their_own_organisation_that_it_did_not_attend() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened)
    slot = make_slot(panel, opened)
    belongs(opened.officer, opened)
    with pytest.raises(Refused, match="a colleague must do this"):
        hold_panel(opened.officer, panel.pk, absent={slot.pk}, at=AT)


def test_not_before_its_day_and_not_without_returns() -> None:
    opened, _ = submitted_return()
    with pytest.raises(Refused, match="from that day on"):
        hold_panel(opened.officer, make_panel(opened, held_on=date(2026, 10, 6)).pk, at=AT)
    with pytest.raises(Refused, match="Cancel it instead"):
        hold_panel(opened.officer, make_panel(opened).pk, at=AT)


def test_a_member_does_not_close_it() -> None:
    opened, _ = submitted_return()
    reviewer = panel_reviewer(opened)
    panel = make_panel(opened, reviewer)
    with pytest.raises(Absent):
        hold_panel(reviewer, panel.pk, at=AT)
