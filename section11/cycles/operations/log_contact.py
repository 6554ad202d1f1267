"""Log a call, email or meeting about an invitation."""

from datetime import date, datetime, time

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.cycles.models import Contact
from section11.cycles.queries.own_cycle import officers_invitation
from section11.cycles.rules.contacts import contact_problems
from section11.lib.clock import LONDON, london_date
from section11.lib.errors import Refused
from section11.lib.viewer import Viewer


def log_contact(
    viewer: Viewer, cycle_slug: str, invitation_id: int, *, kind: str, spoke_to: str, note: str, on: date | None, at: datetime
) -> Contact:
    """Log a call, email or meeting about an invitation, of today or an earlier day; the partnership's officers may."""
    invitation = officers_invitation(viewer, cycle_slug, invitation_id)
    today = london_date(at)
    problems = contact_problems(kind=kind, spoke_to=spoke_to, note=note, on=on, today=today)
    if problems or on is None:
        raise Refused(problems)
    with transaction.atomic():
        contact = Contact.objects.create(
            invitation=invitation,
            kind=kind,
            spoke_to=" ".join(spoke_to.split()),
            note=note.strip(),
            at=at if on == today else datetime.combine(on, time(12), tzinfo=LONDON),
            logged_by=viewer.person_ref,
            logged_by_name=viewer.name,
        )
        record_event(
            invitation.cycle.partnership.ref,
            verb="contact-logged",
            actor=viewer.person_ref,
            subject=invitation.ref,
            at=at,
            details={"kind": kind, "on": str(on)},
        )
    return contact
