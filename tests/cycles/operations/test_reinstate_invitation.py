from datetime import datetime

import pytest

from section11.activity.models import ActivityEvent
from section11.cycles.operations.reinstate_invitation import reinstate_invitation
from section11.cycles.vocabulary import CycleState, InvitationState, Progress
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from tests.factories.cycles import LONG_AGO, make_cycle, make_draft, make_invitation
from tests.factories.directory import make_viewer

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("state", [InvitationState.WITHDRAWN, InvitationState.EXEMPT])
def test_it_is_asked_again_and_its_progress_stands(state: InvitationState, at: datetime) -> None:
    invitation = make_invitation(state=state, state_reason="Closed", progress=Progress.OPENED)
    reinstate_invitation(make_viewer(of=invitation.cycle.partnership), invitation.cycle.slug, invitation.pk, at=at)
    invitation.refresh_from_db()
    assert (invitation.state, invitation.state_reason, invitation.progress) == (InvitationState.INVITED, "", Progress.OPENED)
    assert invitation.invited_at == LONG_AGO
    assert ActivityEvent.objects.get(verb="invitation-reinstated").subject == invitation.ref


def test_one_left_out_before_the_opening_is_sent_now(at: datetime) -> None:
    for cycle, sent in ((make_cycle(), at), (make_draft(), None)):
        invitation = make_invitation(cycle, state=InvitationState.WITHDRAWN, invited_at=None)
        reinstate_invitation(make_viewer(of=cycle.partnership), cycle.slug, invitation.pk, at=at)
        invitation.refresh_from_db()
        assert invitation.invited_at == sent


def test_not_one_that_stands_nor_in_a_closed_cycle(at: datetime) -> None:
    closed = make_cycle(state=CycleState.CLOSED)
    for invitation in (make_invitation(), make_invitation(closed, state=InvitationState.WITHDRAWN)):
        with pytest.raises(Refused):
            reinstate_invitation(make_viewer(of=invitation.cycle.partnership), invitation.cycle.slug, invitation.pk, at=at)


def test_a_foreign_invitation_is_absent_and_so_is_one_of_another_cycle(at: datetime) -> None:
    invitation = make_invitation(state=InvitationState.WITHDRAWN)
    partnership = invitation.cycle.partnership
    for viewer, slug in (
        (make_viewer(), invitation.cycle.slug),
        (make_viewer(of=partnership), make_cycle(partnership).slug),
        (make_viewer(Role.REVIEWER, of=partnership), invitation.cycle.slug),
    ):
        with pytest.raises(Absent):
            reinstate_invitation(viewer, slug, invitation.pk, at=at)
