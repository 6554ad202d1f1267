"""Which audits wait for returns that nobody made."""

import pytest

from section11.cycles.vocabulary import CycleState, InvitationState
from section11.lib.errors import Absent
from section11.lib.viewer import system_viewer
from section11.returns.queries.without_returns import cycles_without_returns
from tests.factories.cycles import make_cycle, make_invitation
from tests.factories.directory import make_viewer
from tests.factories.returns import open_return

pytestmark = pytest.mark.django_db


def test_open_audits_with_somebody_who_has_no_return_once_each() -> None:
    opened = open_return()
    waiting = make_cycle()
    make_invitation(waiting)
    make_invitation(waiting)
    make_invitation(make_cycle(state=CycleState.CLOSED))
    make_invitation(make_cycle(state=CycleState.DRAFT))
    make_invitation(make_cycle(), state=InvitationState.WITHDRAWN)
    assert cycles_without_returns(system_viewer("test")) == [(waiting.pk, waiting.partnership_id)]
    make_invitation(opened.cycle)
    assert len(cycles_without_returns(system_viewer("test"))) == 2


def test_no_person_asks() -> None:
    with pytest.raises(Absent):
        cycles_without_returns(make_viewer())
