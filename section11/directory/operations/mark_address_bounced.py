"""Keep that emails to an address come back."""

from datetime import datetime

from section11.directory.models import Person
from section11.directory.rules import tidy_email
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import SystemViewer, Viewer


def mark_address_bounced(viewer: Viewer, email: str, *, at: datetime) -> bool:
    """Mark the person of an address that emails come back from; an officer may, of an email their partnership sent, and the product.

    Until it is put right, what goes to leads goes to their deputies instead. Answers whether it was news. The caller
    checks whose email it was, and records the event.
    """
    if not isinstance(viewer, SystemViewer) and not (viewer.partnership_id is not None and viewer.has(Role.OFFICER)):
        raise Absent
    return bool(Person.objects.filter(email=tidy_email(email), bounced_at__isnull=True).update(bounced_at=at))
