"""Bring returns to the strategic leads."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction
from django.db.models import F

from section11.activity.operations.record_events import Happened, record_events
from section11.challenge.models import FollowUp, FollowUpCause
from section11.challenge.queries.causes import causes_to_raise
from section11.challenge.rules.following import Cause
from section11.challenge.vocabulary import FollowUpState
from section11.cycles.models import Cycle, Invitation
from section11.cycles.queries.own_cycle import lock_cycle
from section11.lib.errors import Absent
from section11.lib.refs import ref
from section11.lib.viewer import SystemViewer, Viewer

BY = "The system"


def raise_follow_ups(viewer: Viewer, cycle_id: int, *, at: datetime) -> int:
    """Bring every return of a cycle to the strategic lead that its figures or its silence ask for; the product itself does.

    A follow-up under way gets what is new; one that was closed comes back only with a submission made since. Doing it twice
    changes nothing. Answers how many follow-ups were raised or added to.
    """
    if not isinstance(viewer, SystemViewer):
        raise Absent
    cycle = Cycle.objects.filter(pk=cycle_id, partnership=viewer.partnership).first()
    if cycle is None:
        raise Absent
    if not causes_to_raise(viewer, cycle, at=at):
        return 0
    with transaction.atomic():
        lock_cycle(cycle_id)  # no return comes in meanwhile
        found = causes_to_raise(viewer, cycle, at=at)
        list(Invitation.objects.select_for_update(no_key=True).filter(pk__in=found).order_by("pk").values_list("pk"))
        _keep(found, at)
        stream = ref("partnership", viewer.partnership)
        told = [
            Happened(stream, "follow-up-raised", ref("invitation", one), {"reasons": [cause.reason for cause in causes]})
            for one, causes in sorted(found.items())
        ]
        record_events(told, actor=viewer.person_ref, at=at)
    return len(found)


def _keep(found: Mapping[int, Sequence[Cause]], at: datetime) -> None:
    under_way = FollowUp.objects.filter(invitation__in=found).exclude(state=FollowUpState.CLOSED)
    standing = dict(under_way.values_list("invitation_id", "pk"))
    under_way.update(version=F("version") + 1)
    new = [FollowUp(invitation_id=one, raised_at=at, raised_by_name=BY) for one in sorted(found) if one not in standing]
    standing |= {one.invitation_id: one.pk for one in FollowUp.objects.bulk_create(new)}
    FollowUpCause.objects.bulk_create(
        FollowUpCause(
            follow_up_id=standing[one], reason=cause.reason, met=cause.met, rated=cause.rated, statements=", ".join(cause.statements)
        )
        for one, causes in sorted(found.items())
        for cause in causes
    )
