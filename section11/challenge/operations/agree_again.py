"""Agree a level again after the self-rating changed."""

from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_event import record_event
from section11.challenge.models import AgreedLevel
from section11.challenge.queries.latest import locked_latest
from section11.challenge.queries.reviewer_parts import refuse_outside_remit
from section11.challenge.queries.standing_levels import agreed_as_seen, rated_now
from section11.lib.errors import Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer


def agree_again(viewer: Viewer, reference: str, statement_ref: str, *, version: int, at: datetime) -> None:
    """Let a lapsed agreed level stand beside the new self-rating as it is: an officer or reviewer may.

    Never of their own organisation's. `version` is that of the agreed level they saw.
    """
    with transaction.atomic():
        latest = locked_latest(viewer, reference)
        rated = rated_now(latest, statement_ref)
        refuse_outside_remit(viewer, latest.invitation_id, rated.standard_ref)
        stands = agreed_as_seen(latest, rated, version, {})
        if stands is None or stands.agreed_on_id == rated.level_id:
            raise Refused("There is nothing here to agree again")
        AgreedLevel.objects.filter(pk=stands.pk, version=version).update(
            agreed_on_id=rated.level_id,
            agreed_at=at,
            agreed_by=viewer.person_ref,
            agreed_by_name=viewer.name,
            version=F("version") + 1,
        )
        for stream in latest.streams:
            record_event(
                stream,
                verb="agreed-level-again",
                actor=viewer.person_ref,
                subject=ref("invitation", latest.invitation_id),
                at=at,
                details={"statement": statement_ref, "to_level": stands.level.key},
            )
