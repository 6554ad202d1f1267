"""Why returns of a cycle are to be brought to the strategic lead, and no follow-up tells of it."""

from collections import defaultdict
from datetime import datetime

from section11.challenge.models import FollowUpCause
from section11.challenge.queries.return_standings import bands_of, return_standings
from section11.challenge.rules.following import Cause, causes_of, still_to_raise
from section11.challenge.vocabulary import FollowUpReason, FollowUpState
from section11.cycles.models import Cycle, Invitation
from section11.cycles.queries.ladder import rungs_of
from section11.cycles.rules.ladder import follow_up_rung, rung_moment
from section11.cycles.vocabulary import InvitationState
from section11.lib.viewer import Viewer


def causes_to_raise(viewer: Viewer, cycle: Cycle, *, at: datetime) -> dict[int, list[Cause]]:
    """By invitation: its band, a must-meet statement that it misses, or no return after the ladder's last step."""
    bands, standings = bands_of(cycle), return_standings(viewer, cycle)
    found = {invitation_id: causes_of(standing, bands) for invitation_id, standing in standings.items()}
    found |= {invitation_id: [Cause(FollowUpReason.NEVER_RETURNED)] for invitation_id in _never_returned(cycle, at)}
    told, closed = _told(cycle)
    kept = {
        invitation_id: still_to_raise(
            causes,
            standing_now=told[invitation_id],
            closed=closed[invitation_id],
            submitted_at=standings[invitation_id].submitted_at if invitation_id in standings else None,
        )
        for invitation_id, causes in found.items()
        if causes
    }
    return {invitation_id: causes for invitation_id, causes in kept.items() if causes}


def _never_returned(cycle: Cycle, at: datetime) -> list[int]:
    last = follow_up_rung(rungs_of(cycle.pk))
    if last is None:
        return []
    awaited = Invitation.objects.filter(cycle=cycle, state=InvitationState.INVITED, submissions=0, invited_at__isnull=False)
    days = [(pk, due or cycle.due) for pk, due in awaited.values_list("pk", "due")]
    return [pk for pk, due in days if due is not None and rung_moment(due, last.days) <= at]


def _told(cycle: Cycle) -> tuple[dict[int, set[str]], dict[int, dict[str, datetime]]]:
    """By invitation: the reasons of follow-ups under way, and when each reason was closed last."""
    standing: defaultdict[int, set[str]] = defaultdict(set)
    closed: defaultdict[int, dict[str, datetime]] = defaultdict(dict)
    rows = FollowUpCause.objects.filter(follow_up__invitation__cycle=cycle).values_list(
        "follow_up__invitation_id", "reason", "follow_up__state", "follow_up__closed_at"
    )
    for invitation_id, reason, state, closed_at in rows:
        if state != FollowUpState.CLOSED:
            standing[invitation_id].add(reason)
        elif closed_at is not None:
            closed[invitation_id][reason] = max(closed_at, closed[invitation_id].get(reason, closed_at))
    return standing, closed
