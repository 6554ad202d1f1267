"""Move a return from one state to the next: part of every operation that does so, in its transaction."""

from typing import Protocol

from section11.cycles.models import Invitation
from section11.cycles.vocabulary import Progress
from section11.lib.errors import Refused
from section11.returns.models import Return
from section11.returns.rules.transitions import MOVES, moved_on
from section11.returns.vocabulary import ReturnState


class Moving(Protocol):
    """What a move needs to know of a return."""

    @property
    def return_id(self) -> int: ...
    @property
    def invitation_number(self) -> int: ...
    @property
    def was_submitted(self) -> bool: ...


def move_return(head: Moving, verb: str) -> None:
    """Make the move of that name, or refuse when the return is no longer where it starts; who may was asked before."""
    start, end = MOVES[verb]
    if not Return.objects.filter(pk=head.return_id, state=start).update(state=end):
        raise Refused(moved_on(Return.objects.values_list("state", flat=True).get(pk=head.return_id)))
    progress = {
        ReturnState.OPEN: Progress.AMENDING if head.was_submitted else Progress.IN_PROGRESS,
        ReturnState.WITH_SIGNATORY: Progress.WITH_SIGNATORY,
        ReturnState.SIGNED: Progress.SIGNED,
        ReturnState.SUBMITTED: Progress.SUBMITTED,
    }[end]
    Invitation.objects.filter(pk=head.invitation_number).update(progress=progress)
