from datetime import datetime
from typing import Any

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.operations.withdraw_invitations import withdraw_invitations
from section11.cycles.vocabulary import CycleState, InvitationState, Progress
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.cycles import make_cycle, make_draft, make_invitation
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("make", [make_cycle, make_draft])
def test_they_leave_what_was_approached_with_the_reason(make: type, at: datetime) -> None:
    cycle = make()
    some = [make_invitation(cycle), make_invitation(cycle, progress=Progress.IN_PROGRESS)]
    officer = make_viewer(of=cycle.partnership)
    assert withdraw_invitations(officer, cycle.slug, [i.pk for i in some], reason=" Closed down ", at=at) == 2
    for invitation in some:
        invitation.refresh_from_db()
        assert (invitation.state, invitation.state_reason) == (InvitationState.WITHDRAWN, "Closed down")
    told = ActivityEvent.objects.filter(verb="invitation-withdrawn").values_list("subject", flat=True)
    assert list(told) == [i.ref for i in some]


def test_a_reason_is_needed(at: datetime) -> None:
    invitation = make_invitation()
    for reason in (" ", "x" * 2001):
        with pytest.raises(Refused) as refused:
            withdraw_invitations(make_viewer(of=invitation.cycle.partnership), invitation.cycle.slug, [invitation.pk], reason=reason, at=at)
        assert list(refused.value.problems) == ["reason"]


@pytest.mark.parametrize("stands", [{"submissions": 1}, {"state": InvitationState.EXEMPT}, {"state": InvitationState.WITHDRAWN}])
def test_all_or_none(stands: dict[str, Any], at: datetime) -> None:
    cycle = make_cycle()
    some = [make_invitation(cycle), make_invitation(cycle, **stands)]
    with pytest.raises(Refused):
        withdraw_invitations(make_viewer(of=cycle.partnership), cycle.slug, [i.pk for i in some], reason="Closed", at=at)
    some[0].refresh_from_db()
    assert some[0].state == InvitationState.INVITED


def test_not_once_the_cycle_is_closed(at: datetime) -> None:
    invitation = make_invitation(make_cycle(state=CycleState.CLOSED))
    officer = make_viewer(of=invitation.cycle.partnership)
    with pytest.raises(Refused):
        withdraw_invitations(officer, invitation.cycle.slug, [invitation.pk], reason="Closed", at=at)


def test_one_foreign_invitation_makes_all_absent(at: datetime) -> None:
    cycle = make_cycle()
    own = make_invitation(cycle)
    ids = [own.pk, make_invitation(make_cycle(cycle.partnership)).pk]
    officer = make_viewer(of=cycle.partnership)
    for viewer, wanted in ((officer, ids), (make_viewer(), [own.pk]), (make_viewer(Role.REVIEWER, of=cycle.partnership), [own.pk])):
        with pytest.raises(Absent):
            withdraw_invitations(viewer, cycle.slug, wanted, reason="Closed", at=at)
