"""A support conversation that an officer is about to move on: as they saw it, and not of their own organisation."""

from collections.abc import Mapping
from typing import Any

from django.db.models import F

from section11.challenge.models import SupportConversation
from section11.challenge.queries.conflicts import refuse_conflicted
from section11.challenge.rules.transitions import can, state_after, states_before
from section11.challenge.vocabulary import SUPPORT_STATE_WORDS, SupportState
from section11.cycles.models import Invitation
from section11.cycles.queries.own_cycle import officers_invitation
from section11.lib.errors import Absent, Conflict, Refused
from section11.lib.viewer import Viewer


def support_to_move(viewer: Viewer, cycle_slug: str, invitation_id: int, verb: str) -> tuple[Invitation, SupportConversation]:
    """The conversation with an invited organisation, if an officer of its partnership may do that with it now."""
    invitation = officers_invitation(viewer, cycle_slug, invitation_id)
    refuse_conflicted(viewer, invitation_id)
    found = SupportConversation.objects.filter(invitation=invitation).first()
    if found is None:
        raise Absent
    if not can("support", verb, found.state):
        raise Refused(f"This conversation is: {SUPPORT_STATE_WORDS[SupportState(found.state)].lower()}. Look at it again")
    return invitation, found


def move_support(found: SupportConversation, verb: str, version: int, typed: Mapping[str, str], **fields: Any) -> None:
    """Save it as the next version in the state that the verb leads to; `Conflict` with both when somebody was faster."""
    standing = SupportConversation.objects.filter(pk=found.pk, version=version, state__in=states_before("support", verb))
    if not standing.update(state=state_after("support", verb), version=F("version") + 1, **fields):
        now = SupportConversation.objects.get(pk=found.pk)
        theirs = {name: str(getattr(now, name) or "") for name in typed}
        raise Conflict(version=now.version, mine=typed, theirs=theirs, by=now.changed_by_name)


def streams_of_support(invitation: Invitation) -> tuple[str, str]:
    """The activity streams that tell of it: the organisation's and the partnership's."""
    return f"organisation:{invitation.participation.organisation_id}", f"partnership:{invitation.cycle.partnership_id}"
