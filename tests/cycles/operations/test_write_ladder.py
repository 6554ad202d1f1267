import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.models import Cycle
from section11.cycles.operations.draft_cycle import draft_cycle
from section11.cycles.operations.write_ladder import write_ladder
from section11.cycles.rules.ladder import STARTER, Rung
from section11.cycles.vocabulary import CycleState, LadderKind
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer
from tests.factories.cycles import make_cycle
from tests.factories.directory import make_viewer
from tests.racing import failures, race

pytestmark = pytest.mark.django_db
RUNGS = [Rung(LadderKind.SENIOR, 10, "About {organisation}", "See {link}\r\nnow"), Rung(LadderKind.REMINDER, -3)]


def write(viewer: Viewer, cycle: Cycle, rungs=RUNGS, *, version: int = 1, at=None) -> None:
    write_ladder(viewer, cycle.slug, rungs=rungs, version=version, at=at)


def rungs_of(cycle: Cycle) -> list[Rung]:
    return [step.rung for step in cycle.ladder.all()]


def test_a_new_cycle_starts_with_a_sensible_ladder(at):
    viewer = make_viewer()
    cycle = draft_cycle(viewer, title="Audit 2027", at=at)
    assert rungs_of(cycle) == list(STARTER)


@pytest.mark.parametrize("state", [CycleState.DRAFT, CycleState.OPEN])
def test_replaces_the_ladder_in_order_until_the_audit_closes(at, state):
    cycle = make_cycle(state=state)
    viewer = make_viewer(of=cycle.partnership)
    write(viewer, cycle, at=at)
    assert rungs_of(cycle) == [Rung("reminder", -3), Rung("senior", 10, "About {organisation}", "See {link}\nnow\n")]
    event = ActivityEvent.objects.get(verb="cycle-ladder-written")
    assert (event.subject, event.details) == (cycle.ref, {"rungs": ["reminder:-3", "senior:10"]})
    write(viewer, cycle, [], version=2, at=at)
    assert rungs_of(cycle) == []


def test_a_closed_audit_keeps_its_ladder(at):
    cycle = make_cycle(state=CycleState.CLOSED)
    with pytest.raises(Refused, match="closed"):
        write(make_viewer(of=cycle.partnership), cycle, at=at)


def test_what_is_wrong_is_told_and_nothing_kept(at):
    cycle = make_cycle()
    with pytest.raises(Refused) as refused:
        write(make_viewer(of=cycle.partnership), cycle, [Rung("reminder", 3), Rung("overdue", 0)], at=at)
    assert set(refused.value.problems) == {"days-0", "days-1"}
    assert rungs_of(cycle) == []


def test_only_officers_of_its_partnership(at):
    cycle = make_cycle()
    for viewer in (make_viewer(), make_viewer(Role.REVIEWER, of=cycle.partnership), make_viewer(Role.RETURN_LEAD)):
        with pytest.raises(Absent):
            write(viewer, cycle, at=at)


@pytest.mark.django_db(transaction=True)
def test_of_two_at_once_one_is_kept_whole(at):
    cycle = make_cycle()
    officers = [make_viewer(of=cycle.partnership) for _ in range(2)]
    ladders = [[Rung("overdue", 1), Rung("overdue", 2)], [Rung("overdue", 3), Rung("overdue", 4)]]
    ends = race([lambda v=v, rungs=rungs: write(v, cycle, rungs, at=at) for v, rungs in zip(officers, ladders, strict=True)])
    assert failures(ends, Conflict) == []
    assert sum(isinstance(end, Conflict) for end in ends) == 1
    assert rungs_of(cycle) in ladders
