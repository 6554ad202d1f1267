"""Whom the chasing ladders of all open cycles tell now. For the product itself only."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db.models import Min, Q
from django.db.models.functions import Coalesce

from section11.cycles.models import Invitation, LadderStep
from section11.cycles.rules.email_wording import EmailWording
from section11.cycles.rules.ladder import Rung, in_order, rungs_to_send
from section11.cycles.rules.ladder_wording import rung_wording
from section11.cycles.vocabulary import CycleState, InvitationState, LadderKind
from section11.directory.queries.answering import Answerer, Answerers, answerers
from section11.directory.queries.due_emails import Recipient, only_for_the_product
from section11.directory.queries.sector_leads import StrategicLead, leads_of_sectors
from section11.lib.clock import london_date
from section11.lib.viewer import Viewer
from section11.returns.queries.addressed import TAKEN, Addressed, addressed


@dataclass(frozen=True, slots=True)
class DueRung:
    """A rung whose moment has come for one return, and somebody it tells."""

    rung: Rung
    wording: EmailWording
    recipient: Recipient
    about: Addressed


def due_rungs(viewer: Viewer, at: datetime) -> list[DueRung]:
    """Every rung that has come for a return that is awaited still, for each person it tells; those told before are here again.

    An extended due date moves the rungs; withdrawn, exempt and returned ones are told nothing.
    """
    only_for_the_product(viewer)
    rungs: dict[int, list[Rung]] = {}
    for step in LadderStep.objects.filter(cycle__state=CycleState.OPEN):
        rungs.setdefault(step.cycle_id, []).append(step.rung)
    if not rungs:
        return []
    found: list[DueRung] = []
    awaited = {one.pk: one for one in _awaited(at)}
    come = {
        pk: going
        for pk, one in awaited.items()
        if (going := rungs_to_send(rungs[one.cycle_id], due=one.due or one.cycle.due, invited_at=one.invited_at, at=at))
    }
    if not come:
        return []
    returns = addressed(TAKEN & Q(invitation__in=come, invitation__submissions=0))
    people = answerers({one.unit_id for one in returns})
    strategic = leads_of_sectors({awaited[pk].sector_id for pk in come})
    for about in returns:
        invitation = awaited[about.invitation_id]
        reminder = EmailWording(invitation.cycle.reminder_subject, invitation.cycle.reminder_body)
        for rung in in_order(come[about.invitation_id]):
            wording = rung_wording(rung.kind, rung.wording, reminder)
            told = _told(rung.kind, people[about.unit_id], strategic.get(invitation.sector_id))
            found += [DueRung(rung, wording, recipient, about) for recipient in told]
    return found


def _awaited(at: datetime) -> list[Invitation]:
    """Those for whom the first rung of their cycle has come."""
    first = Invitation.objects.filter(
        state=InvitationState.INVITED, submissions=0, invited_at__isnull=False, cycle__state=CycleState.OPEN
    ).annotate(counted_due=Coalesce("due", "cycle__due"))
    starts = LadderStep.objects.filter(cycle__state=CycleState.OPEN).values_list("cycle").annotate(first=Min("days")).order_by()
    come = Q(pk__in=[])
    for cycle_id, days in starts:
        come |= Q(cycle=cycle_id, counted_due__lte=london_date(at) - timedelta(days=days))
    return list(first.filter(come).select_related("cycle"))


def _told(kind: str, people: Answerers, lead: StrategicLead | None) -> list[Recipient]:
    if kind == LadderKind.STRATEGIC_LEAD:
        return [Recipient(lead.name, lead.email, lead.person_ref)] if lead else []
    told: dict[str, list[Answerer]] = {
        LadderKind.REMINDER: people.leads,
        LadderKind.OVERDUE: people.leads_and_deputies,
        LadderKind.SENIOR: people.told_with_senior,
    }
    return [Recipient(one.name, one.email, one.person_ref) for one in told[kind]]
