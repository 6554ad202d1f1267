"""Returns are made some at a time, so that nobody who saves waits for all of them."""

import pytest

from section11.jobs import open_in_parts as module
from section11.jobs.open_in_parts import open_in_parts
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation
from tests.factories.cycles import make_cycle, make_invitation
from tests.factories.directory import make_viewer
from tests.returns.around import events

pytestmark = pytest.mark.django_db


@pytest.fixture
def waiting(monkeypatch: pytest.MonkeyPatch) -> tuple[Viewer, int]:
    """An officer and an audit with five invitations, two to a part."""
    monkeypatch.setattr(module, "PART", 2)
    monkeypatch.setattr(module, "PAUSE", 0)
    cycle = make_cycle()
    for _ in range(5):
        make_invitation(cycle)
    return make_viewer(of=cycle.partnership), cycle.pk


def test_all_are_made_in_as_many_transactions_as_it_takes(waiting: tuple[Viewer, int]) -> None:
    assert open_in_parts(*waiting) == 5
    assert ReturnInvitation.objects.count() == 5
    assert [told["returns"] for *_, told in events("opened-returns")] == [2, 2, 1]
    assert open_in_parts(*waiting) == 0


def test_it_stops_between_two_parts_when_told_to(waiting: tuple[Viewer, int]) -> None:
    asked = iter([False, True])
    assert open_in_parts(*waiting, stop=lambda: next(asked)) == 2
