"""Bring in the agreed levels of a closed cycle from a file."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.challenge.models import AgreedLevel
from section11.cycles.models import Cycle
from section11.cycles.vocabulary import CycleState
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation, SubmittedAnswer
from section11.standards.models import Level


def import_agreed_levels(viewer: Viewer, cycle_id: int, agreed: Mapping[tuple[int, str], str], *, at: datetime) -> int:
    """Keep the levels of a checked file that were agreed after challenge; the partnership's officers may, and the product itself.

    `agreed` gives a level's key by invitation and statement ref; each stands beside the self-rating of the latest submission.
    """
    if viewer.partnership_id is None or not viewer.has(Role.OFFICER):
        raise Absent
    with transaction.atomic():
        cycle = Cycle.objects.filter(pk=cycle_id, partnership=viewer.partnership_id, state=CycleState.CLOSED).first()
        if cycle is None:
            raise Absent
        levels = dict(Level.objects.filter(edition=cycle.edition_id or 0).values_list("key", "pk"))
        latest = ReturnInvitation.objects.filter(invitation__cycle=cycle, latest__isnull=False)
        invitation_of = dict(latest.values_list("latest_id", "invitation_id"))
        rated = SubmittedAnswer.objects.filter(submission_id__in=invitation_of).order_by()
        rows = [
            AgreedLevel(
                invitation_id=invitation_id,
                statement_id=statement_id,
                level_id=levels[agreed[invitation_id, ref]],
                agreed_on_id=level_id,
                agreed_at=at,
                agreed_by=viewer.person_ref,
            )
            for submission_id, ref, statement_id, level_id in rated.values_list(
                "submission_id", "statement__ref", "statement_id", "level_id"
            )
            if (invitation_id := invitation_of[submission_id], ref) in agreed
        ]
        AgreedLevel.objects.bulk_create(rows)
        if rows:
            record_event(
                f"partnership:{cycle.partnership_id}",
                verb="agreed-levels-brought-in",
                actor=viewer.person_ref,
                subject=cycle.ref,
                at=at,
                details={"statements": len(rows)},
            )
    return len(rows)
