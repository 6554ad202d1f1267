"""Put a withdrawn or exempt invitation back."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.models import Invitation
from section11.cycles.queries.own_cycle import locked_cycle, officers_invitation
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer


def reinstate_invitation(viewer: Viewer, cycle_slug: str, invitation_id: int, *, at: datetime) -> None:
    """Ask a withdrawn or exempt unit to take part after all; the partnership's officers may, until the cycle closes.

    What it had drafted before is there again.
    """
    with transaction.atomic():
        cycle = locked_cycle(viewer, cycle_slug)
        invitation = officers_invitation(viewer, cycle_slug, invitation_id)
        sent = invitation.invited_at or (at if cycle.state == CycleState.OPEN else None)
        left_out = Invitation.objects.filter(pk=invitation.pk, state__in=(InvitationState.WITHDRAWN, InvitationState.EXEMPT))
        if cycle.state == CycleState.CLOSED or not left_out.update(state=InvitationState.INVITED, state_reason="", invited_at=sent):
            raise Refused("Only a withdrawn or exempt invitation can be put back, until the audit is closed")
        record_event(cycle.partnership.ref, verb="invitation-reinstated", actor=viewer.person_ref, subject=invitation.ref, at=at)
