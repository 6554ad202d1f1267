"""Give an organisation all that is recommended to it: by itself, or as a letter is approved."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_events import Happened, record_events
from section11.challenge.models import Recommendation
from section11.challenge.queries.judged import streams_of
from section11.challenge.queries.reviewer_parts import refuse_outside_remit, remit
from section11.challenge.rules.transitions import state_after, states_before
from section11.lib.viewer import Viewer


def give_recommendations(viewer: Viewer, invitation_id: int, *, at: datetime) -> int:
    """Tell the organisation everything that was recommended on this return: officers and reviewers may.

    Never of their own organisation's, and a reviewer in what was given to them only. Gives how many it was.
    """
    with transaction.atomic():
        refuse_outside_remit(viewer, invitation_id)
        found = remit(viewer, invitation_id)
        drafts = Recommendation.objects.select_for_update(no_key=True, of=("self",)).filter(
            invitation=invitation_id, state__in=states_before("recommendation", "give_recommendation")
        )
        rows = [
            row
            for row in drafts.select_related("invitation__participation", "invitation__cycle", "standard").order_by("pk")
            if row.standard is None or found.covers(row.standard.ref)
        ]
        Recommendation.objects.filter(pk__in=[row.pk for row in rows]).update(
            state=state_after("recommendation", "give_recommendation"), version=F("version") + 1, given_at=at
        )
        happened = [
            Happened(stream, "gave-recommendation", row.ref, {"invitation": row.invitation.ref})
            for row in rows
            for stream in streams_of(row.invitation)
        ]
        record_events(happened, actor=viewer.person_ref, at=at)
    return len(rows)
