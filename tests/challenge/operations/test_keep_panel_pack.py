"""Keeping the packs of a panel as one file."""

import pytest

from section11.activity.models import ActivityEvent
from section11.challenge.models import PanelPack
from section11.challenge.operations.keep_panel_pack import keep_panel_pack
from section11.challenge.queries.panel_packs import panel_pack_file, panel_packs
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from tests.factories.panels import belongs, make_panel, make_timetable, panel_reviewer
from tests.factories.returns import AT, partnership_viewer, submitted_return

pytestmark = pytest.mark.django_db


def test_whoever_may_read_every_pack_in_it_may_read_it() -> None:
    opened, _ = submitted_return()
    other, _ = submitted_return(cycle=opened.cycle)
    member, conflicted = panel_reviewer(opened), panel_reviewer(opened)
    belongs(conflicted, other)
    panel = make_panel(opened, member, conflicted)
    slots = [slot.pk for slot in make_timetable(panel, [opened, other])]
    made = keep_panel_pack(opened.officer, panel.pk, slots, b"%PDF", at=AT)
    assert PanelPack.objects.get(pk=made).size == 4
    assert ActivityEvent.objects.get(verb="made-panel-pack").details == {"slots": slots}
    for viewer in (opened.officer, member, partnership_viewer(opened, Role.SCRUTINEER)):
        files, readable = panel_packs(viewer, panel.pk)
        assert ([one.is_whole for one in files], readable) == ([True], 2)
        title, data = panel_pack_file(viewer, panel.pk, made)
        with data:
            assert (title, data.read()) == ("Panel of the schools", b"%PDF")
    for viewer in (conflicted, panel_reviewer(opened), partnership_viewer(opened, Role.EXECUTIVE_VIEWER)):
        assert panel_packs(viewer, panel.pk)[0] == []
        with pytest.raises(Absent):
            panel_pack_file(viewer, panel.pk, made)


def test_who_belongs_to_one_of_them_keeps_the_others() -> None:
    opened, _ = submitted_return()
    other, _ = submitted_return(cycle=opened.cycle)
    conflicted = panel_reviewer(opened)
    belongs(conflicted, other)
    panel = make_panel(opened, conflicted)
    first, second = (slot.pk for slot in make_timetable(panel, [opened, other]))
    with pytest.raises(Absent):
        keep_panel_pack(conflicted, panel.pk, [first, second], b"%PDF", at=AT)
    keep_panel_pack(conflicted, panel.pk, [first], b"%PDF", at=AT)
    assert panel_packs(conflicted, panel.pk)[0][0].is_whole
    assert not panel_packs(opened.officer, panel.pk)[0][0].is_whole


def test_nobody_else_keeps_one() -> None:
    opened, _ = submitted_return()
    panel = make_panel(opened)
    slots = [slot.pk for slot in make_timetable(panel, [opened])]
    for viewer in (panel_reviewer(opened), opened.lead, submitted_return()[0].officer):
        with pytest.raises(Absent):
            keep_panel_pack(viewer, panel.pk, slots, b"%PDF", at=AT)
    with pytest.raises(Absent):
        keep_panel_pack(opened.officer, panel.pk, [], b"%PDF", at=AT)
