"""Close a follow-up."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_event import record_event
from section11.challenge.models import FollowUp
from section11.challenge.queries.conflicts import refuse_conflicted
from section11.challenge.queries.follow_up_hands import own_follow_up, strategic_lead_of, why_not_closed
from section11.challenge.rules.following import outcome_text_problems
from section11.challenge.rules.transitions import state_after, states_before
from section11.challenge.vocabulary import FOLLOW_UP_STATE_WORDS, FollowUpState
from section11.lib.errors import Conflict, Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


def close_follow_up(viewer: Viewer, follow_up_id: int, *, outcome: str, version: int, at: datetime) -> None:
    """Close a follow-up with its outcome: the strategic lead for its sector may, or an officer; never of their own organisation.

    For the same reason it comes back only with a submission made later.
    """
    found, outcome = own_follow_up(viewer, follow_up_id), clean_text(outcome)
    refuse_conflicted(viewer, found.invitation_id)
    if problem := why_not_closed(viewer, strategic_lead_of(found)):
        raise Refused(problem)
    if problems := outcome_text_problems(outcome):
        raise Refused(problems)
    with transaction.atomic():
        moved = FollowUp.objects.filter(pk=found.pk, version=version, state__in=states_before("follow-up", "close_follow_up")).update(
            state=state_after("follow-up", "close_follow_up"),
            outcome=outcome,
            closed_at=at,
            closed_by_name=viewer.name,
            version=F("version") + 1,
        )
        if not moved:
            now = own_follow_up(viewer, follow_up_id)
            theirs = {"outcome": now.outcome or FOLLOW_UP_STATE_WORDS[FollowUpState(now.state)]}
            raise Conflict(version=now.version, mine={"outcome": outcome}, theirs=theirs, by=now.closed_by_name or "somebody")
        record_event(
            ref("partnership", viewer.partnership),
            verb="follow-up-closed",
            actor=viewer.person_ref,
            subject=found.invitation.ref,
            at=at,
            details={"follow_up": found.ref},
        )
