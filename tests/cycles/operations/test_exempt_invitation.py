from datetime import datetime
from typing import Any

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.operations.exempt_invitation import exempt_invitation
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.cycles import make_cycle, make_invitation
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db


def test_an_invited_unit_is_exempted_with_the_reason(at: datetime) -> None:
    invitation = make_invitation()
    exempt_invitation(make_viewer(of=invitation.cycle.partnership), invitation.cycle.slug, invitation.pk, reason="Answers a peer", at=at)
    invitation.refresh_from_db()
    assert (invitation.state, invitation.state_reason) == (InvitationState.EXEMPT, "Answers a peer")
    assert ActivityEvent.objects.get(verb="invitation-exempted").subject == invitation.ref


@pytest.mark.parametrize("stands", [{"submissions": 1}, {"state": InvitationState.EXEMPT}, {"state": InvitationState.WITHDRAWN}])
def test_not_once_the_return_is_in_or_it_was_left_out(stands: dict[str, Any], at: datetime) -> None:
    invitation = make_invitation(**stands)
    with pytest.raises(Refused):
        exempt_invitation(make_viewer(of=invitation.cycle.partnership), invitation.cycle.slug, invitation.pk, reason="x", at=at)


def test_a_reason_is_needed_and_the_cycle_must_not_be_closed(at: datetime) -> None:
    for invitation, reason in ((make_invitation(), " "), (make_invitation(make_cycle(state=CycleState.CLOSED)), "Answers a peer")):
        with pytest.raises(Refused):
            exempt_invitation(make_viewer(of=invitation.cycle.partnership), invitation.cycle.slug, invitation.pk, reason=reason, at=at)


def test_a_foreign_invitation_is_absent_and_so_is_one_of_another_cycle(at: datetime) -> None:
    invitation = make_invitation()
    partnership = invitation.cycle.partnership
    for viewer, slug in (
        (make_viewer(), invitation.cycle.slug),
        (make_viewer(of=partnership), make_cycle(partnership).slug),
        (make_viewer(Role.REVIEWER, of=partnership), invitation.cycle.slug),
    ):
        with pytest.raises(Absent):
            exempt_invitation(viewer, slug, invitation.pk, reason="x", at=at)
