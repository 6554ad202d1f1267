"""Withdraw invitations."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_events import Happened, record_events
from section11.cycles.models import Invitation
from section11.cycles.queries.own_cycle import locked_cycle
from section11.cycles.queries.own_invitations import chosen_invitations
from section11.cycles.rules.chasing import reason_problem, why_not_withdrawn
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer


def withdraw_invitations(viewer: Viewer, cycle_slug: str, invitation_ids: Collection[int], *, reason: str, at: datetime) -> int:
    """Take these invitations back, all or none; officers may, until the return is in. They leave what was approached.

    What the organisation has drafted stays its own. Gives how many were withdrawn.
    """
    with transaction.atomic():
        cycle = locked_cycle(viewer, cycle_slug)
        chosen = chosen_invitations(cycle, invitation_ids)
        if cycle.state == CycleState.CLOSED:
            raise Refused("This audit is closed")
        if problem := reason_problem(reason):
            raise Refused({"reason": problem})
        if any(why_not_withdrawn(invitation.standing) for invitation in chosen):
            raise Refused("Some of these can no longer be withdrawn. Look at the list again")
        still = Invitation.objects.filter(pk__in=[i.pk for i in chosen], state=InvitationState.INVITED, submissions=0)
        if still.update(state=InvitationState.WITHDRAWN, state_reason=reason.strip()) != len(chosen):
            raise Refused("Some of these have changed since you looked. Look at the list again")
        told = [Happened(cycle.partnership.ref, "invitation-withdrawn", invitation.ref) for invitation in chosen]
        record_events(told, actor=viewer.person_ref, at=at)
    return len(chosen)
