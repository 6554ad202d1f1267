"""Let a partnership follow actions: part of every operation that tells it of them, in its transaction."""

from collections.abc import Iterable
from datetime import datetime

from section11.plans.models import ActionShare


def share_actions(action_ids: Iterable[int], invitation_id: int, *, at: datetime) -> None:
    """Let the partnership that invited by this invitation follow these actions from now on, if it does not yet.

    Who may was asked before. What another partnership's challenge raised is never among them.
    """
    wanted = sorted(set(action_ids))
    known = set(ActionShare.objects.filter(invitation_id=invitation_id, action__in=wanted).values_list("action_id", flat=True))
    ActionShare.objects.bulk_create(
        (ActionShare(action_id=one, invitation_id=invitation_id, shared_at=at) for one in wanted if one not in known),
        ignore_conflicts=True,
    )
