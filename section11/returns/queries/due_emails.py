"""Who is to be told by email that a return waits for them. For the product itself only."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q

from section11.cycles.models import Reminder
from section11.cycles.rules.standing import who_words
from section11.directory.models import Membership
from section11.directory.queries.due_emails import Recipient, only_for_the_product
from section11.directory.vocabulary import Role
from section11.lib.viewer import Viewer
from section11.returns.queries.addressed import TAKEN, Addressed, Lead, addressed, everybody_leading, leads_of, recipient_of


@dataclass(frozen=True, slots=True)
class InvitedLead:
    """A return lead of an invited unit. `is_new`: came after the return was made, so somebody else was invited before."""

    lead: Lead
    about: Addressed
    is_new: bool

    @property
    def at(self) -> datetime:
        """When both the return and the lead were there."""
        return max(self.lead.started_at, self.about.created_at)


@dataclass(frozen=True, slots=True)
class RemindedLead:
    """A return lead who is to get a reminder, with its own wording."""

    reminder_id: int
    at: datetime
    subject: str
    body: str
    recipient: Recipient
    about: Addressed


@dataclass(frozen=True, slots=True)
class NewContributor:
    """Somebody let into a unit to help answer; `about` is the return due first, if the unit has one."""

    membership_id: int
    at: datetime
    who: str
    organisation_slug: str
    recipient: Recipient
    lead: Recipient | None
    about: Addressed | None


def invited_leads(viewer: Viewer, since: datetime) -> list[InvitedLead]:
    """The leads of returns that are taken now, where the return was made or the lead came after that moment.

    Who comes later is told, as a deputy too; of those who were there before, deputies only where no lead can be reached.
    """
    only_for_the_product(viewer)
    arrived = Membership.objects.filter(role=Role.RETURN_LEAD, started_at__gt=since, ended_at__isnull=True)
    units = list(arrived.values_list("unit_id", flat=True).distinct())
    returns = addressed(TAKEN & (Q(unit_return__created_at__gt=since) | Q(unit_return__unit__in=units)))
    everybody = everybody_leading({one.unit_id for one in returns})
    pairs = [
        InvitedLead(lead, one, lead.started_at > one.created_at)
        for one in returns
        for lead in everybody[one.unit_id]
        if lead.is_told or lead.started_at > one.created_at
    ]
    return [pair for pair in pairs if pair.at > since]


def reminded_leads(viewer: Viewer, since: datetime) -> list[RemindedLead]:
    """The leads to whom an officer chose after that moment to send a reminder, if the return is still awaited."""
    only_for_the_product(viewer)
    reminders = list(Reminder.objects.filter(asked_at__gt=since).order_by("asked_at", "pk"))
    awaited = TAKEN & Q(invitation__in=[r.invitation_id for r in reminders], invitation__submissions=0)
    returns = {one.invitation_id: one for one in addressed(awaited)} if reminders else {}
    leads = leads_of({one.unit_id for one in returns.values()})
    return [
        RemindedLead(r.pk, r.asked_at, r.subject, r.body, lead.recipient, returns[r.invitation_id])
        for r in reminders
        if r.invitation_id in returns
        for lead in leads[returns[r.invitation_id].unit_id]
    ]


def new_contributors(viewer: Viewer, since: datetime) -> list[NewContributor]:
    """Those let in as contributors after that moment, and there still."""
    only_for_the_product(viewer)
    rows = list(
        Membership.objects.filter(role=Role.CONTRIBUTOR, started_at__gt=since, ended_at__isnull=True, person__is_active=True)
        .select_related("person", "unit__organisation")
        .order_by("started_at", "pk")
    )
    units = {m.unit_id for m in rows if m.unit_id}
    first: dict[int, Addressed] = {}
    for one in addressed(TAKEN & Q(unit_return__unit__in=units)) if units else ():
        first.setdefault(one.unit_id, one)
    leads = leads_of(units)
    return [
        NewContributor(
            membership_id=m.pk,
            at=m.started_at,
            who=first[m.unit.pk].who if m.unit.pk in first else who_words(m.unit.organisation.name, m.unit.name),
            organisation_slug=m.unit.organisation.slug,
            recipient=recipient_of(m.person),
            lead=next((lead.recipient for lead in leads[m.unit.pk]), None),
            about=first.get(m.unit.pk),
        )
        for m in rows
        if m.unit
    ]
