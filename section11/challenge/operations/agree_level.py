"""Agree the level of a statement after challenge."""

from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import AgreedLevel
from section11.challenge.queries.latest import locked_latest
from section11.challenge.queries.reviewer_parts import refuse_outside_remit
from section11.challenge.queries.standing_levels import agreed_as_seen, rated_now
from section11.challenge.rules.typing import text_problem, without_empty
from section11.lib.errors import Refused
from section11.lib.refs import ref
from section11.lib.viewer import Viewer
from section11.lib.words import clean_text


def agree_level(viewer: Viewer, reference: str, statement_ref: str, level: str, reason: str, *, version: int, at: datetime) -> None:
    """Keep the level agreed for a statement beside the self-rating of its latest submission: an officer or reviewer may.

    Never of their own organisation's. `version` is that of the agreed level they saw, 0 where there was none.
    """
    reason = clean_text(reason)
    with transaction.atomic():
        latest = locked_latest(viewer, reference)
        rated = rated_now(latest, statement_ref)
        refuse_outside_remit(viewer, latest.invitation_id, rated.standard_ref)
        levels = latest.levels()
        stands = agreed_as_seen(latest, rated, version, {"level": level, "reason": reason})
        problems = without_empty(
            {
                "level": "" if level in levels else "Choose the level that was agreed",
                "reason": text_problem(reason, "Say why, for the organisation to read"),
            }
        )
        if problems:
            raise Refused(problems)
        kept = {
            "level_id": levels[level],
            "agreed_on_id": rated.level_id,
            "agreed_at": at,
            "agreed_by": viewer.person_ref,
            "agreed_by_name": viewer.name,
            "reason": reason,
            "version": version + 1,
        }
        if stands is None:
            AgreedLevel.objects.create(invitation_id=latest.invitation_id, statement_id=rated.statement_id, **kept)
        else:
            AgreedLevel.objects.filter(pk=stands.pk, version=version).update(**kept)
        for stream in latest.streams:
            record_event(
                stream,
                verb="agreed-level",
                actor=viewer.person_ref,
                subject=ref("invitation", latest.invitation_id),
                at=at,
                details={"statement": statement_ref, "from_level": stands.level.key if stands else None, "to_level": level},
            )
