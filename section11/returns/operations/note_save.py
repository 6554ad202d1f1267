"""Count a save: part of every operation that changes a draft, in its transaction."""

from datetime import datetime

from django.db.models import Case, F, Value, When

from section11.cycles.models import Invitation
from section11.cycles.vocabulary import CycleState, InvitationState, Progress
from section11.lib.errors import Refused
from section11.returns.models import Return
from section11.returns.queries.head import ReturnHead
from section11.returns.queries.writing import NOT_OPEN, NOT_TAKEN
from section11.returns.vocabulary import ReturnState


def note_save(head: ReturnHead, *, answered: int = 0, asked: int = 0, at: datetime) -> None:
    """Add to the counters of a return that is being written; whoever may write it called the operation above.

    Locks the return after the answer. A return that was closed in between refuses, as does an
    invitation withdrawn or a cycle closed meanwhile, and the caller's save is undone.
    """
    if not Return.objects.filter(pk=head.return_id, state=ReturnState.OPEN).update(last_saved_at=at):
        raise Refused(NOT_OPEN)
    taken = Invitation.objects.filter(pk=head.invitation_number, state=InvitationState.INVITED, cycle__state=CycleState.OPEN)
    saved = taken.update(
        answered=F("answered") + answered,
        asked=F("asked") + asked,
        last_saved_at=at,
        opened_at=Case(When(opened_at__isnull=True, then=Value(at)), default=F("opened_at")),
        progress=Case(
            When(progress__in=[Progress.NOT_OPENED, Progress.OPENED], then=Value(Progress.IN_PROGRESS.value)),
            default=F("progress"),
        ),
    )
    if not saved:
        raise Refused(NOT_TAKEN)
