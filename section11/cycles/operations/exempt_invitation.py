"""Exempt a unit from a cycle."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.models import Invitation
from section11.cycles.queries.own_cycle import locked_cycle, officers_invitation
from section11.cycles.rules.chasing import reason_problem
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer


def exempt_invitation(viewer: Viewer, cycle_slug: str, invitation_id: int, *, reason: str, at: datetime) -> None:
    """Exempt an invited unit from this cycle, with the reason; officers may, until its return is in."""
    with transaction.atomic():
        cycle = locked_cycle(viewer, cycle_slug)
        invitation = officers_invitation(viewer, cycle_slug, invitation_id)
        if problem := reason_problem(reason):
            raise Refused({"reason": problem})
        still = Invitation.objects.filter(pk=invitation.pk, state=InvitationState.INVITED, submissions=0)
        if cycle.state == CycleState.CLOSED or not still.update(state=InvitationState.EXEMPT, state_reason=reason.strip()):
            raise Refused("This invitation can no longer be exempted: its return is in, or it was withdrawn, or the audit is closed")
        record_event(cycle.partnership.ref, verb="invitation-exempted", actor=viewer.person_ref, subject=invitation.ref, at=at)
