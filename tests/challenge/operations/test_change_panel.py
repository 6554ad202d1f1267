"""Changing a planned panel."""

from datetime import date, time

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import Panel, PanelMember
from section11.challenge.operations.change_panel import change_panel
from section11.challenge.rules.panel_text import PanelText
from section11.directory.models import Membership
from section11.lib.errors import Absent, Conflict, Refused
from tests.factories.panels import make_panel, make_slot, panel_reviewer
from tests.factories.returns import AT, submitted_return

pytestmark = pytest.mark.django_db
LATER = date(2026, 11, 12)


def test_title_day_place_and_members_change_and_times_stay() -> None:
    opened, _ = submitted_return()
    first, second = panel_reviewer(opened), panel_reviewer(opened)
    panel = make_panel(opened, first)
    slot = make_slot(panel, opened)
    change_panel(opened.officer, panel.pk, PanelText("Another day", LATER, "", frozenset({second.person_id})), version=1, at=AT)
    panel.refresh_from_db()
    slot.refresh_from_db()
    assert (panel.title, panel.held_on, panel.where, panel.version) == ("Another day", LATER, "", 2)
    assert [m.person_id for m in PanelMember.objects.filter(panel=panel)] == [second.person_id]
    assert slot.starts == time(9, 30)
    assert ActivityEvent.objects.get(verb="changed-panel").details["from_day"] == "2026-10-05"


def test_the_second_of_two_sees_both() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened)
    change_panel(opened.officer, panel.pk, PanelText("Theirs", LATER), version=1, at=AT)
    with pytest.raises(Conflict) as conflict:
        change_panel(opened.officer, panel.pk, PanelText("Mine", LATER), version=1, at=AT)
    assert (conflict.value.mine["title"], conflict.value.theirs["title"], conflict.value.version) == ("Mine", "Theirs", 2)
    assert Panel.objects.get(pk=panel.pk).title == "Theirs"


def test_whoever_left_may_stay_a_member_and_is_not_chosen_anew() -> None:
    opened, _ = submitted_return()
    gone = panel_reviewer(opened)
    panel, other = make_panel(opened, gone), make_panel(opened)
    Membership.objects.filter(person=gone.person_id).update(ended_at=AT)
    members = frozenset({gone.person_id})
    change_panel(opened.officer, panel.pk, PanelText("Still", LATER, "", members), version=1, at=AT)
    with pytest.raises(Refused, match="Choose members from the list"):
        change_panel(opened.officer, other.pk, PanelText("New", LATER, "", members), version=1, at=AT)


def test_a_day_without_one_of_its_times_is_refused() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened)
    make_slot(panel, opened, time(1, 30), 30)
    with pytest.raises(Refused) as refused:
        change_panel(opened.officer, panel.pk, PanelText("Spring", date(2027, 3, 28)), version=1, at=AT)
    assert "clocks go forward" in refused.value.problems["held_on"]


def test_reviewers_do_not_change_it() -> None:
    opened, _ = submitted_return()
    reviewer = panel_reviewer(opened)
    panel = make_panel(opened, reviewer)
    with pytest.raises(Absent):
        change_panel(reviewer, panel.pk, PanelText("Mine", LATER), version=1, at=AT)
