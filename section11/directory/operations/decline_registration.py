"""Turn down an organisation that registered itself."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.directory.models import Registration
from section11.directory.queries.manageable import officers_partnership
from section11.directory.rules import LONGEST_TEXT
from section11.directory.vocabulary import RegistrationState
from section11.lib.errors import Absent, Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


def decline_registration(viewer: Viewer, registration_id: int, *, reason: str, at: datetime) -> None:
    """Decline a registration that waits, with a reason that the person who asked is told; officers may."""
    partnership_id = officers_partnership(viewer)
    reason = clean_text(reason)
    with transaction.atomic():
        mine = Registration.objects.filter(pk=registration_id, partnership=partnership_id)
        if not mine.exists():
            raise Absent
        if not reason:
            raise Refused({"reason": "Say why. The person who asked is told"})
        if len(reason) > LONGEST_TEXT:
            raise Refused({"reason": f"Shorten the reason to {LONGEST_TEXT:,} characters or fewer"})
        decided = mine.filter(state=RegistrationState.WAITING).update(
            state=RegistrationState.DECLINED, decided_at=at, decided_by=viewer.person_ref, reason=reason
        )
        if not decided:
            raise Refused("Somebody has decided about this registration already")
        record_event(
            ref("partnership", partnership_id),
            verb="registration-declined",
            actor=viewer.person_ref,
            subject=ref("registration", registration_id),
            at=at,
        )
