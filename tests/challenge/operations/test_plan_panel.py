"""Planning a panel."""

from dataclasses import replace

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import Panel, PanelMember, PanelTelling
from section11.challenge.operations.plan_panel import plan_panel
from section11.challenge.rules.panel_text import PanelText
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.cycles import make_cycle
from tests.factories.directory import make_viewer
from tests.factories.panels import DAY, panel_reviewer
from tests.factories.returns import AT, open_return, partnership_viewer

pytestmark = pytest.mark.django_db
TEXT = PanelText("Panel of the schools", DAY, "Room 1")


def test_a_panel_has_a_day_a_place_and_members_and_nobody_is_told() -> None:
    opened = open_return()
    reviewer, scrutineer = panel_reviewer(opened), partnership_viewer(opened, Role.SCRUTINEER)
    members = frozenset({reviewer.person_id, scrutineer.person_id, opened.officer.person_id})
    made = plan_panel(opened.officer, opened.cycle.slug, replace(TEXT, members=members), at=AT)
    panel = Panel.objects.get(pk=made)
    assert (panel.title, panel.held_on, panel.where, panel.state) == ("Panel of the schools", DAY, "Room 1", "planned")
    assert set(PanelMember.objects.filter(panel=panel).values_list("person_id", flat=True)) == members
    assert not PanelTelling.objects.exists()
    event = ActivityEvent.objects.get(verb="planned-panel")
    assert (event.stream.ref, event.subject) == (opened.partnership_stream, panel.ref)


@pytest.mark.parametrize("role", [Role.REVIEWER, Role.SCRUTINEER, Role.EXECUTIVE_VIEWER])
def test_only_officers_plan_one(role: Role) -> None:
    opened = open_return()
    with pytest.raises(Absent):
        plan_panel(partnership_viewer(opened, role), opened.cycle.slug, TEXT, at=AT)


def test_another_partnerships_officer_plans_none_here() -> None:
    opened = open_return()
    with pytest.raises(Absent):
        plan_panel(make_viewer(Role.OFFICER), opened.cycle.slug, TEXT, at=AT)


def test_everything_wrong_is_said_at_once() -> None:
    opened = open_return()
    stranger = partnership_viewer(opened, Role.EXECUTIVE_VIEWER)
    with pytest.raises(Refused) as refused:
        plan_panel(opened.officer, opened.cycle.slug, PanelText("", None, "x" * 301, frozenset({stranger.person_id})), at=AT)
    assert set(refused.value.problems) == {"title", "held_on", "where", "members"}


def test_a_draft_of_an_audit_has_no_panels() -> None:
    officer = make_viewer(Role.OFFICER)
    cycle = make_cycle(state=CycleState.DRAFT, partnership=None)
    officer = make_viewer(Role.OFFICER, of=cycle.partnership)
    with pytest.raises(Refused, match="not open yet"):
        plan_panel(officer, cycle.slug, TEXT, at=AT)
