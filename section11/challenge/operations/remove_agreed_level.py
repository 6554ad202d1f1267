"""Take an agreed level away again."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import AgreedLevel
from section11.challenge.queries.latest import locked_latest
from section11.challenge.queries.reviewer_parts import refuse_outside_remit
from section11.challenge.queries.standing_levels import agreed_as_seen, rated_now
from section11.lib.errors import Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer


def remove_agreed_level(viewer: Viewer, reference: str, statement_ref: str, *, version: int, at: datetime) -> None:
    """Let the self-rating stand alone again: an officer or reviewer may, never for their own organisation.

    `version` is that of the agreed level they saw.
    """
    with transaction.atomic():
        latest = locked_latest(viewer, reference)
        rated = rated_now(latest, statement_ref)
        refuse_outside_remit(viewer, latest.invitation_id, rated.standard_ref)
        stands = agreed_as_seen(latest, rated, version, {})
        if stands is None:
            raise Refused("No level is agreed here")
        AgreedLevel.objects.filter(pk=stands.pk, version=version).delete()
        for stream in latest.streams:
            record_event(
                stream,
                verb="removed-agreed-level",
                actor=viewer.person_ref,
                subject=ref("invitation", latest.invitation_id),
                at=at,
                details={"statement": statement_ref, "from_level": stands.level.key},
            )
