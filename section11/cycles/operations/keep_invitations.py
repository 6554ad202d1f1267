"""Make invitations: part of every operation that invites, in its transaction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from section11.activity.operations.record_events import Happened, record_events
from section11.cycles.models import Cycle, Invitation
from section11.cycles.vocabulary import CycleState
from section11.directory.models import Participation, Unit
from section11.lib.refs import ref
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class InvitationWanted:
    """Who is to be invited, with which form and until when (None: the cycle's own date)."""

    participation: Participation
    unit: Unit
    form: str
    due: date | None = None


def keep_invitations(viewer: Viewer, cycle: Cycle, wanted: Sequence[InvitationWanted], *, at: datetime) -> list[Invitation]:
    """Invite these units into a cycle that the caller has locked, checked and may change; sent at once where it is open."""
    last = Invitation.objects.filter(cycle=cycle).aggregate(last=Max("order"))["last"]
    made = Invitation.objects.bulk_create(
        Invitation(
            cycle=cycle,
            participation=one.participation,
            unit=one.unit,
            sector=one.participation.sector,
            order=order,
            form=one.form,
            due=one.due,
            invited_at=at if cycle.state == CycleState.OPEN else None,
        )
        for order, one in enumerate(wanted, 0 if last is None else last + 1)
    )
    told = [
        Happened(
            cycle.partnership.ref,
            "unit-invited",
            invitation.ref,
            {
                "cycle": cycle.ref,
                "participation": ref("participation", invitation.participation_id),
                "unit": ref("unit", invitation.unit_id),
                "form": invitation.form,
                "due": str(invitation.due or ""),
            },
        )
        for invitation in made
    ]
    record_events(told, actor=viewer.person_ref, at=at)
    return made
