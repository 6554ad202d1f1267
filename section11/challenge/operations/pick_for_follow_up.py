"""Pick a return for follow-up."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_event import record_event
from section11.challenge.models import FollowUp, FollowUpCause
from section11.challenge.queries.conflicts import refuse_conflicted
from section11.challenge.queries.latest import lock_invitation
from section11.challenge.rules.following import note_problems
from section11.challenge.vocabulary import FollowUpReason, FollowUpState
from section11.cycles.queries.own_cycle import officers_invitation
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


def pick_for_follow_up(viewer: Viewer, cycle_slug: str, invitation_id: int, *, note: str, at: datetime) -> int:
    """Bring a return to the strategic lead by hand, and say why: an officer may, never of their own organisation's.

    A follow-up that is under way gets one reason more. Gives the follow-up's id.
    """
    invitation, note = officers_invitation(viewer, cycle_slug, invitation_id), clean_text(note)
    refuse_conflicted(viewer, invitation_id)
    if invitation.cycle.state == CycleState.DRAFT or invitation.state != InvitationState.INVITED:
        raise Refused("This organisation does not take part in an audit that was opened")
    if problems := note_problems(note):
        raise Refused(problems)
    with transaction.atomic():
        lock_invitation(invitation_id)
        standing = FollowUp.objects.filter(invitation=invitation_id).exclude(state=FollowUpState.CLOSED).first()
        if standing is not None and FollowUpCause.objects.filter(follow_up=standing, reason=FollowUpReason.PICKED).exists():
            raise Refused("This return was picked for follow-up already")
        found = standing or FollowUp.objects.create(invitation_id=invitation_id, raised_at=at, raised_by_name=viewer.name)
        FollowUpCause.objects.create(follow_up=found, reason=FollowUpReason.PICKED, note=note)
        if standing is not None:
            FollowUp.objects.filter(pk=found.pk).update(version=F("version") + 1)
        record_event(
            invitation.cycle.partnership.ref,
            verb="follow-up-raised",
            actor=viewer.person_ref,
            subject=invitation.ref,
            at=at,
            details={"reasons": [FollowUpReason.PICKED]},
        )
    return found.pk
