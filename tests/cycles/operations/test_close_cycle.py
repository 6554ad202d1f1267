from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.operations.close_cycle import close_cycle
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.cycles import make_cycle
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db


def test_an_open_cycle_closes_once(at: datetime) -> None:
    cycle = make_cycle()
    officer = make_viewer(of=cycle.partnership)
    close_cycle(officer, cycle.slug, at=at)
    cycle.refresh_from_db()
    assert (cycle.state, cycle.closed_at) == (CycleState.CLOSED, at)
    with pytest.raises(Refused):
        close_cycle(officer, cycle.slug, at=at)
    assert ActivityEvent.objects.filter(verb="cycle-closed", subject=cycle.ref).count() == 1


def test_a_draft_is_not_closed(at: datetime) -> None:
    cycle = make_cycle(state=CycleState.DRAFT)
    with pytest.raises(Refused):
        close_cycle(make_viewer(of=cycle.partnership), cycle.slug, at=at)


def test_a_foreign_cycle_is_absent(at: datetime) -> None:
    cycle = make_cycle()
    for viewer in (make_viewer(), make_viewer(Role.EXECUTIVE_VIEWER, of=cycle.partnership)):
        with pytest.raises(Absent):
            close_cycle(viewer, cycle.slug, at=at)
    cycle.refresh_from_db()
    assert cycle.state == CycleState.OPEN
