"""Say that an address works again."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Person
from section11.directory.queries.bounced import bounced_of
from section11.lib.errors import Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer


def clear_bounce(viewer: Viewer, person_id: int, *, at: datetime) -> None:
    """Say that emails reach somebody again; an officer of a partnership that they, or their organisation, take part in may.

    Where the address is wrong, the officer ends that person's role instead and lets them in with the right one.
    """
    person = bounced_of(viewer).filter(pk=person_id).first()
    if person is None:
        raise Refused("Emails reach this person already, or they have no role here any more")
    with transaction.atomic():
        if not Person.objects.filter(pk=person.pk, bounced_at__isnull=False).update(bounced_at=None):
            raise Refused("Emails reach this person already")
        record_event(ref("partnership", viewer.partnership), verb="bounce-cleared", actor=viewer.person_ref, subject=person.ref, at=at)
