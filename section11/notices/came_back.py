"""What happens to an email that came back, whoever says so."""

from datetime import datetime

from section11.activity.operations.record_event import record_event
from section11.directory.operations.mark_address_bounced import mark_address_bounced
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.notices.models import Email
from section11.notices.vocabulary import MAY_COME_BACK, EmailState


def keep_that_it_came_back(viewer: Viewer, email: Email, problem: str, *, at: datetime) -> bool:
    """Keep it on the email and on its person, and in the partnership's activity; in the caller's transaction.

    Answers whether it was news: an email comes back once.
    """
    sent = Email.objects.filter(pk=email.pk, state__in=MAY_COME_BACK)
    if not sent.update(state=EmailState.CAME_BACK, problem=problem):
        return False
    mark_address_bounced(viewer, email.to, at=at)
    if email.partnership_ref:
        record_event(
            email.partnership_ref,
            verb="email-came-back",
            actor=viewer.person_ref,
            subject=ref("email", email.pk),
            at=at,
            details={"kind": email.kind},
        )
    return True
