"""Note that a return was opened for the first time."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.models import Invitation
from section11.cycles.vocabulary import Progress
from section11.lib.viewer import Viewer
from section11.returns.queries.head import ReturnHead


def note_opened(viewer: Viewer, head: ReturnHead, *, at: datetime) -> None:
    """Note the first look at a return whose head this viewer was given; does nothing after that."""
    if head.opened_at is not None:
        return
    with transaction.atomic():
        first = Invitation.objects.filter(pk=head.invitation_number, opened_at__isnull=True).update(opened_at=at)
        if not first:
            return
        Invitation.objects.filter(pk=head.invitation_number, progress=Progress.NOT_OPENED).update(progress=Progress.OPENED)
        record_event(f"partnership:{head.partnership_id}", verb="opened-return", actor=viewer.person_ref, subject=head.ref, at=at)
