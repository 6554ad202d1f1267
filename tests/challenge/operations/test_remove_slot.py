"""Taking a return off a panel's timetable."""

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import PanelSlot, PanelTelling
from section11.challenge.operations.remove_slot import remove_slot
from section11.lib.errors import Absent, Refused
from tests.factories.panels import enter, make_panel, make_slot, panel_reviewer, tell
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_one_that_was_not_told_goes_quietly() -> None:
    opened, _ = submitted_return()
    slot = make_slot(make_panel(opened), opened)
    assert remove_slot(opened.officer, slot.panel_id, slot.pk, at=AT) is False
    assert not PanelSlot.objects.exists()
    assert not PanelTelling.objects.exists()
    assert [e.stream.ref for e in ActivityEvent.objects.filter(verb="removed-slot")] == [opened.partnership_stream]


def test_one_that_was_told_is_told_once_more() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened)
    slot = make_slot(panel, opened)
    tell(panel, opened.officer)
    assert remove_slot(opened.officer, panel.pk, slot.pk, at=AT) is True
    assert PanelTelling.objects.filter(invitation=opened.invitation).order_by("pk").last().kind == "cancelled"
    again = make_slot(panel, opened)
    assert remove_slot(opened.officer, panel.pk, again.pk, at=AT) is False


def test_one_with_an_outcome_stays() -> None:
    opened, _ = submitted_return()
    slot = make_slot(make_panel(opened), opened)
    enter(slot, opened.officer)
    with pytest.raises(Refused, match="its outcome is entered"):
        remove_slot(opened.officer, slot.panel_id, slot.pk, at=AT)


def test_a_member_does_not() -> None:
    opened, _ = submitted_return()
    reviewer = panel_reviewer(opened)
    slot = make_slot(make_panel(opened, reviewer), opened)
    with pytest.raises(Absent):
        remove_slot(reviewer, slot.panel_id, slot.pk, at=AT)
