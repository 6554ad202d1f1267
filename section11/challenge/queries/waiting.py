"""What waits for those of a partnership today: one SQL statement."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import CharField, Count, Exists, F, IntegerField, OuterRef, QuerySet, Value

from section11.challenge.models import FollowUp, SupportConversation
from section11.challenge.queries.panels_waiting import panels_waiting
from section11.challenge.queries.reading_waiting import reading_waiting
from section11.challenge.vocabulary import (
    FollowUpState,
    SupportState,
)
from section11.cycles.models import Invitation
from section11.cycles.queries.register_selection import in_group
from section11.cycles.vocabulary import CycleState, Group
from section11.directory.models import SectorLead
from section11.directory.queries.bounced import bounced_of
from section11.directory.vocabulary import PARTNERSHIP_ROLES, Role
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many of a kind wait, in one cycle (empty: in the partnership)."""

    kind: str  # follow-up, lead, support, senior, bounced; panel, panel-over, letter; read, judging, late-challenge
    number: int
    cycle: str
    title: str


def waiting_help(viewer: Viewer, *, at: datetime) -> Sequence[Waiting]:
    """What waits for this viewer today in reading, judging, support, follow-up, panels and letters: one SQL statement.

    For a strategic lead their own follow-ups. For officers besides: those where nobody is named (`lead`), conversations to be
    agreed (`support`), overdue returns whose ladder finds no senior person to tell (`senior`), people whose emails come back (`bounced`).
    """
    if viewer.partnership_id is None or not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    follow_ups = FollowUp.objects.filter(invitation__cycle__partnership=viewer.partnership_id, state=FollowUpState.OPEN)
    lead = SectorLead.objects.filter(sector=OuterRef("invitation__sector"))
    counted = [_counted("follow-up", follow_ups.filter(Exists(lead.filter(person=viewer.person_id))), "invitation__cycle")]
    if viewer.has(Role.OFFICER):
        needed = SupportConversation.objects.filter(
            invitation__cycle__partnership=viewer.partnership_id, state=SupportState.NEEDED
        ).exclude(invitation__cycle__state=CycleState.DRAFT)
        chased = Invitation.objects.filter(cycle__partnership=viewer.partnership_id, cycle__state=CycleState.OPEN)
        counted += [
            _counted("lead", follow_ups.filter(~Exists(lead)), "invitation__cycle"),
            _counted("support", needed, "invitation__cycle"),
            _counted("senior", chased.filter(in_group(Group.NO_SENIOR, at)), "cycle"),
        ]
        bounced = bounced_of(viewer).annotate(
            of=Value("", output_field=CharField()), called=Value("", output_field=CharField()), kind=Value("bounced")
        )
        counted.append(bounced.order_by().values_list("kind", "of", "called").annotate(number=Count("pk")))
    first, *rest = [*counted, *panels_waiting(viewer, at=at), *reading_waiting(viewer, at=at)]
    rows = first.union(*rest, all=True) if rest else first
    found = [Waiting(kind, number, cycle, title) for kind, cycle, title, number in rows if number]
    return sorted(found, key=lambda one: (one.title, one.kind))


def _counted(kind: str, found: QuerySet[Any, Any], cycle: str) -> QuerySet[Any, Any]:
    named: QuerySet[Any, Any] = found.annotate(
        kind=Value(kind, output_field=CharField()), of=F(f"{cycle}__slug"), called=F(f"{cycle}__title")
    )
    counted: QuerySet[Any, Any] = (
        named.order_by().values_list("kind", "of", "called").annotate(number=Count("pk", output_field=IntegerField()))
    )
    return counted
