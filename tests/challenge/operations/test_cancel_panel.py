"""Calling a panel off."""

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import Panel, PanelTelling
from section11.challenge.operations.cancel_panel import cancel_panel
from section11.lib.errors import Absent, Refused
from tests.factories.panels import enter, make_panel, make_slot, make_timetable, panel_reviewer, tell
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db


def test_those_who_were_told_are_told_and_nobody_else() -> None:
    opened, _ = submitted_return()
    late, _ = submitted_return(cycle=opened.cycle)
    reviewer = panel_reviewer(opened)
    panel = make_panel(opened, reviewer)
    make_slot(panel, opened)
    tell(panel, opened.officer)
    make_timetable(panel, [late])
    assert cancel_panel(opened.officer, panel.pk, at=AT) == 1
    told = PanelTelling.objects.filter(kind="cancelled").order_by("pk")
    assert [(t.invitation_id, t.person_id) for t in told] == [(opened.invitation.pk, None), (None, reviewer.person_id)]
    assert Panel.objects.get(pk=panel.pk).state == "cancelled"
    streams = set(ActivityEvent.objects.filter(verb="cancelled-panel").values_list("stream__ref", flat=True))
    assert streams == {opened.partnership_stream, opened.organisation_stream}


def test_once_an_outcome_is_entered_it_took_place() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened)
    enter(make_slot(panel, opened), opened.officer)
    with pytest.raises(Refused, match="took place"):
        cancel_panel(opened.officer, panel.pk, at=AT)


def test_a_member_does_not_cancel_it() -> None:
    opened, _ = submitted_return()
    reviewer = panel_reviewer(opened)
    panel = make_panel(opened, reviewer)
    with pytest.raises(Absent):
        cancel_panel(reviewer, panel.pk, at=AT)
