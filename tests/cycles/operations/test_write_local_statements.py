from datetime import datetime
from typing import Any

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Cycle
from section11.cycles.operations.write_local_statements import write_local_statements
from section11.cycles.rules.local_statements import LocalStatementWording
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from tests.factories.cycles import make_cycle, make_draft
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db


def change(viewer: Viewer, cycle: Cycle, at: datetime, **typed: Any) -> None:
    write_local_statements(viewer, cycle.slug, **{"statements": TWO, "version": 1, "at": at, **typed})


TWO = [
    LocalStatementWording(" Our neglect tool is used. ", "Ask your lead.", light=False, must_meet=True),
    LocalStatementWording("Staff know our helpline."),
]


def test_the_list_is_replaced(at: datetime) -> None:
    cycle = make_draft()
    officer = make_viewer(of=cycle.partnership)
    change(officer, cycle, at)
    written = [(s.text, s.guidance, s.light, s.must_meet) for s in cycle.local_statements.all()]
    assert written == [("Our neglect tool is used.", "Ask your lead.", False, True), ("Staff know our helpline.", "", True, False)]
    change(officer, cycle, at, statements=[], version=2)
    assert not cycle.local_statements.exists()


@pytest.mark.parametrize(
    ("statements", "wrong"),
    [
        ([LocalStatementWording(" ", "Guidance"), LocalStatementWording("x" * 1001, "x" * 4001)], {"text-0", "text-1", "guidance-1"}),
        ([LocalStatementWording("Once"), LocalStatementWording("on ce")], {"text-1"}),
        ([LocalStatementWording(f"Statement {n}") for n in range(21)], {""}),
    ],
)
def test_every_fault_is_told_at_once(statements: list[LocalStatementWording], wrong: set[str], at: datetime) -> None:
    cycle = make_draft()
    with pytest.raises(Refused) as refused:
        change(make_viewer(of=cycle.partnership), cycle, at, statements=statements)
    assert set(refused.value.problems) == wrong
    assert not cycle.local_statements.exists()


def test_the_second_of_two_colleagues_is_told(at: datetime) -> None:
    cycle = make_draft()
    officer = make_viewer(of=cycle.partnership)
    change(officer, cycle, at)
    with pytest.raises(Conflict) as conflict:
        change(officer, cycle, at)
    assert conflict.value.version == 2
    assert ActivityEvent.objects.filter(verb="cycle-local-statements-written").count() == 1


def test_once_open_it_is_frozen(at: datetime) -> None:
    cycle = make_cycle()
    with pytest.raises(Refused):
        change(make_viewer(of=cycle.partnership), cycle, at)


def test_a_foreign_cycle_is_absent(at: datetime) -> None:
    cycle = make_draft()
    for viewer in (make_viewer(), make_viewer(Role.REVIEWER, of=cycle.partnership)):
        with pytest.raises(Absent):
            change(viewer, cycle, at)
    cycle.refresh_from_db()
    assert cycle.version == 1
