"""Give invitations a later due date."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from section11.activity.operations.record_events import Happened, record_events
from section11.cycles.models import Invitation
from section11.cycles.queries.own_cycle import locked_cycle
from section11.cycles.queries.own_invitations import chosen_invitations, refuse_unless_open
from section11.cycles.rules.chasing import extension_problem, why_not_extended
from section11.cycles.vocabulary import InvitationState
from section11.lib.clock import london_date
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer


def extend_invitations(viewer: Viewer, cycle_slug: str, invitation_ids: Collection[int], *, due: date | None, at: datetime) -> int:
    """Give these invitations of an open cycle a later due date of their own, all or none; officers may. Gives how many."""
    with transaction.atomic():
        cycle = locked_cycle(viewer, cycle_slug)
        chosen = chosen_invitations(cycle, invitation_ids)
        refuse_unless_open(cycle)
        if (problem := extension_problem(due, opens=cycle.opens, today=london_date(at))) or due is None:
            raise Refused({"due": problem})
        if any(why_not_extended(invitation.standing, due) for invitation in chosen):
            raise Refused("Some of these can no longer be extended to that date. Look at the list again")
        still = Invitation.objects.filter(pk__in=[i.pk for i in chosen], state=InvitationState.INVITED, submissions=0)
        if still.update(due=due) != len(chosen):
            raise Refused("Some of these have changed since you looked. Look at the list again")
        told = [
            Happened(cycle.partnership.ref, "invitation-extended", invitation.ref, {"from": str(invitation.standing.due), "to": str(due)})
            for invitation in chosen
        ]
        record_events(told, actor=viewer.person_ref, at=at)
    return len(chosen)
