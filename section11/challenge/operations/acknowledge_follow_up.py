"""Say that one has a follow-up."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_event import record_event
from section11.challenge.models import FollowUp
from section11.challenge.queries.conflicts import refuse_conflicted
from section11.challenge.queries.follow_up_hands import own_follow_up, strategic_lead_of, why_not_acknowledged
from section11.challenge.rules.transitions import state_after, states_before
from section11.lib.errors import Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer


def acknowledge_follow_up(viewer: Viewer, follow_up_id: int, *, at: datetime) -> None:
    """Say that one has a follow-up: the strategic lead for its sector may, or an officer where nobody is named.

    Never of one's own organisation's return.
    """
    found = own_follow_up(viewer, follow_up_id)
    refuse_conflicted(viewer, found.invitation_id)
    if problem := why_not_acknowledged(viewer, strategic_lead_of(found)):
        raise Refused(problem)
    with transaction.atomic():
        moved = FollowUp.objects.filter(pk=found.pk, state__in=states_before("follow-up", "acknowledge_follow_up")).update(
            state=state_after("follow-up", "acknowledge_follow_up"),
            acknowledged_at=at,
            acknowledged_by=viewer.person_ref,
            acknowledged_by_name=viewer.name,
            version=F("version") + 1,
        )
        if not moved:
            raise Refused("Somebody said so already, or it is closed")
        record_event(
            ref("partnership", viewer.partnership),
            verb="follow-up-acknowledged",
            actor=viewer.person_ref,
            subject=found.invitation.ref,
            at=at,
            details={"follow_up": found.ref},
        )
