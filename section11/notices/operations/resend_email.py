"""Send an email again that failed or got lost."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.lib.errors import Absent, Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.notices.models import Email
from section11.notices.queries import officers_email
from section11.notices.vocabulary import MAY_BE_SENT_AGAIN, EmailState


def resend_email(viewer: Viewer, email_id: int, *, at: datetime) -> None:
    """Put an email that could not be sent, or may not have been, back among those that are due; officers of its partnership may.

    It keeps its Message-ID, so that mail programs can tell when it arrives twice.
    """
    kind = officers_email(viewer, email_id).kind
    if viewer.partnership_id is None:
        raise Absent
    with transaction.atomic():
        again = Email.objects.filter(pk=email_id, state__in=MAY_BE_SENT_AGAIN)
        if not again.update(state=EmailState.DUE, due_at=at, attempts=0, problem="", claimed_at=None):
            raise Refused("This email has been sent, or is about to be, so it was not sent again")
        record_event(
            ref("partnership", viewer.partnership_id),
            verb="email-resent",
            actor=viewer.person_ref,
            subject=ref("email", email_id),
            at=at,
            details={"kind": kind},
        )
