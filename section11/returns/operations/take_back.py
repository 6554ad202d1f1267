"""Take a return back from sign-off."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.returns.models import SignOff
from section11.returns.operations.move_return import move_return
from section11.returns.queries.writing import NOT_TAKEN, head_for_lead
from section11.returns.vocabulary import ReturnState, SignOffState


def take_back(viewer: Viewer, return_id: int, *, at: datetime) -> None:
    """Open a return again that is with the signatory or signed, so that answers can change: by its lead.

    After the cycle has closed only an amendment can be taken back, so that it can be given up.
    """
    head = head_for_lead(viewer, return_id)
    if not head.is_taken and not head.was_submitted:
        raise Refused(NOT_TAKEN)
    verb = "take_back_signed" if head.state == ReturnState.SIGNED else "take_back_from_signatory"
    with transaction.atomic():
        move_return(head, verb)
        SignOff.objects.filter(unit_return_id=return_id, state__in=[SignOffState.ASKED, SignOffState.APPROVED]).update(
            state=SignOffState.TAKEN_BACK
        )
        record_event(head.stream, verb="took-back", actor=viewer.person_ref, subject=head.ref, at=at)
