"""Telling organisations and members of a panel."""

from datetime import date, time, timedelta

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import PanelTelling
from section11.challenge.operations.change_panel import change_panel
from section11.challenge.operations.change_slot import change_slot
from section11.challenge.operations.tell_panel import tell_panel
from section11.challenge.queries.to_tell import mark_of, to_tell
from section11.challenge.rules.panel_text import PanelText, SlotText
from section11.lib.errors import Absent, Refused
from tests.factories.panels import DAY, make_panel, make_slot, panel_reviewer, tell
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_each_return_and_member_is_told_once() -> None:
    opened, _ = submitted_return()
    reviewer = panel_reviewer(opened)
    panel = make_panel(opened, reviewer)
    make_slot(panel, opened)
    assert tell(panel, opened.officer) == 2
    first, second = PanelTelling.objects.order_by("pk")
    assert (first.invitation, first.kind, first.held_on, first.starts, first.minutes) == (
        opened.invitation,
        "planned",
        DAY,
        time(9, 30),
        45,
    )
    assert (second.person_id, second.starts) == (reviewer.person_id, None)
    with pytest.raises(Refused, match="Everybody knows"):
        tell(panel, opened.officer)
    told = ActivityEvent.objects.filter(verb="told-panel")
    assert {e.stream.ref for e in told} == {opened.partnership_stream, opened.organisation_stream}


def test_only_those_whom_a_change_touches_are_told_of_it() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened, panel_reviewer(opened))
    slot = make_slot(panel, opened)
    tell(panel, opened.officer)
    change_slot(opened.officer, panel.pk, slot.pk, SlotText(time(11), 45, None), version=1, at=AT)
    assert [(one.invitation_id, one.kind) for one in to_tell(panel)] == [(opened.invitation.pk, "changed")]
    tell(panel, opened.officer)
    text = PanelText(panel.title, date(2026, 10, 6), panel.where, frozenset(m.person_id for m in panel.members.all()))
    change_panel(opened.officer, panel.pk, text, version=1, at=AT)
    panel.refresh_from_db()
    assert {one.kind for one in to_tell(panel)} == {"changed"}
    assert len(to_tell(panel)) == 2


def test_what_was_not_looked_at_is_not_told() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened)
    slot = make_slot(panel, opened)
    seen = mark_of(to_tell(panel))
    change_slot(opened.officer, panel.pk, slot.pk, SlotText(time(11), 45, None), version=1, at=AT)
    with pytest.raises(Refused, match="changed since you opened"):
        tell_panel(opened.officer, panel.pk, mark=seen, at=AT)
    assert not PanelTelling.objects.exists()


def test_a_day_that_is_past_is_told_to_nobody() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened)
    make_slot(panel, opened)
    with pytest.raises(Refused, match="nobody to tell"):
        tell(panel, opened.officer, at=AT + timedelta(days=1))


def test_a_member_tells_nobody() -> None:
    opened, _ = submitted_return()
    reviewer = panel_reviewer(opened)
    panel = make_panel(opened, reviewer)
    with pytest.raises(Absent):
        tell(panel, reviewer)
