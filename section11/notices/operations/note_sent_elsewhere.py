"""Say of emails that they have been sent already."""

from datetime import datetime

from section11.lib.errors import Absent
from section11.lib.refs import ref
from section11.lib.viewer import SystemViewer, Viewer
from section11.notices.models import Email
from section11.notices.vocabulary import EmailState


def note_sent_elsewhere(viewer: Viewer, *, at: datetime) -> int:
    """Say of a partnership's emails that are due that they were sent at that moment, in another way; nothing is sent.

    Only the product itself does, when it brings in what happened before. Answers how many there were.
    """
    if not isinstance(viewer, SystemViewer):
        raise Absent
    waiting = Email.objects.filter(partnership_ref=ref("partnership", viewer.partnership), state=EmailState.DUE, due_at__lte=at)
    return waiting.update(state=EmailState.SENT, sent_at=at)
