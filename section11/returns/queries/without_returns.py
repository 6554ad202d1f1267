"""Open cycles in which somebody is invited and has no return yet. For the product itself only."""

from django.db.models import Exists, OuterRef

from section11.cycles.models import Invitation
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.queries.due_emails import only_for_the_product
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation


def cycles_without_returns(viewer: Viewer) -> list[tuple[int, int]]:
    """(cycle, partnership) of each: what invited them stopped before it made their returns."""
    only_for_the_product(viewer)
    waiting = Invitation.objects.filter(state=InvitationState.INVITED, cycle__state=CycleState.OPEN, cycle__edition__isnull=False).exclude(
        Exists(ReturnInvitation.objects.filter(invitation_id=OuterRef("pk")))
    )
    return list(waiting.order_by("cycle").values_list("cycle_id", "cycle__partnership_id").distinct())
