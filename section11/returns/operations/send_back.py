"""Send a return back to its lead instead of approving it."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text
from section11.returns.models import SignOff
from section11.returns.operations.move_return import move_return
from section11.returns.queries.signing import ASKED_AGAIN, head_for_signatory
from section11.returns.vocabulary import SignOffState


def send_back(viewer: Viewer, return_id: int, *, note: str, at: datetime) -> None:
    """Ask the lead to change something first, and say what: by the signatory who was asked."""
    head, sign_off_id = head_for_signatory(viewer, return_id)
    note = clean_text(note)
    if not note:
        raise Refused({"note": "Say what should change before you approve it"})
    if len(note) > 5000:
        raise Refused({"note": "Shorten this to 5,000 characters or fewer"})
    with transaction.atomic():
        move_return(head, "send_back")
        asked = SignOff.objects.filter(pk=sign_off_id, state=SignOffState.ASKED)
        if not asked.update(state=SignOffState.SENT_BACK, decided_at=at, note=note):
            raise Refused(ASKED_AGAIN)
        record_event(head.stream, verb="sent-back", actor=viewer.person_ref, subject=head.ref, at=at)
