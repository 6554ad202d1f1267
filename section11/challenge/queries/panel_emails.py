"""Who is to be told by email of a panel or a letter. For the product itself only."""

from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Q

from section11.challenge.models import Letter, PanelTelling
from section11.challenge.vocabulary import LetterState, Telling
from section11.directory.queries.answering import answerers
from section11.directory.queries.due_emails import Asker, Recipient, asker_of, only_for_the_product
from section11.lib.viewer import Viewer
from section11.returns.queries.addressed import Addressed, addressed, leads_of, recipient_of


@dataclass(frozen=True, slots=True)
class ToldLead:
    """A return lead who is told of their return's time at a panel."""

    telling_id: int
    kind: Telling
    title: str
    held_on: date
    starts: time
    minutes: int
    where: str
    recipient: Recipient
    about: Addressed


@dataclass(frozen=True, slots=True)
class ToldMember:
    """Somebody who sits on a panel and is told of its day."""

    telling_id: int
    kind: Telling
    title: str
    held_on: date
    where: str
    panel_id: int
    cycle_slug: str
    cycle_title: str
    recipient: Recipient
    asker: Asker


@dataclass(frozen=True, slots=True)
class LetterReader:
    """Somebody who gets the link of an approved letter: a return lead or a signatory."""

    letter_id: int
    number: int
    recipient: Recipient
    about: Addressed


def told_leads(viewer: Viewer, since: datetime) -> list[ToldLead]:
    """The leads of the returns of which something was told after that moment."""
    only_for_the_product(viewer)
    rows = list(PanelTelling.objects.filter(at__gt=since, invitation__isnull=False).select_related("panel").order_by("pk"))
    if not rows:
        return []
    invitations = {row.invitation_id for row in rows if row.invitation_id}
    about = {one.invitation_id: one for one in addressed(Q(invitation__in=invitations))}
    leads = leads_of({one.unit_id for one in about.values()})
    return [
        ToldLead(
            telling_id=row.pk,
            kind=Telling(row.kind),
            title=row.panel.title,
            held_on=row.held_on,
            starts=row.starts,
            minutes=row.minutes,
            where=row.where,
            recipient=lead.recipient,
            about=about[row.invitation_id],
        )
        for row in rows
        if row.invitation_id in about and row.starts
        for lead in leads[about[row.invitation_id].unit_id]
    ]


def told_members(viewer: Viewer, since: datetime) -> list[ToldMember]:
    """The members who were told of a panel after that moment."""
    only_for_the_product(viewer)
    rows = PanelTelling.objects.filter(at__gt=since, person__isnull=False, person__is_active=True).order_by("pk")
    return [
        ToldMember(
            telling_id=row.pk,
            kind=Telling(row.kind),
            title=row.panel.title,
            held_on=row.held_on,
            where=row.where,
            panel_id=row.panel_id,
            cycle_slug=row.panel.cycle.slug,
            cycle_title=row.panel.cycle.title,
            recipient=recipient_of(row.person),
            asker=asker_of(row.panel.cycle.partnership),
        )
        for row in rows.select_related("panel__cycle__partnership", "person")
        if row.person
    ]


def letter_readers(viewer: Viewer, since: datetime) -> list[LetterReader]:
    """The leads and signatories to whom a letter approved after that moment is addressed, once each."""
    only_for_the_product(viewer)
    rows = list(Letter.objects.filter(state=LetterState.APPROVED, approved_at__gt=since).order_by("approved_at", "pk"))
    if not rows:
        return []
    about = {one.invitation_id: one for one in addressed(Q(invitation__in={row.invitation_id for row in rows}))}
    people = answerers({one.unit_id for one in about.values()})
    found = []
    for row in rows:
        if row.invitation_id not in about:
            continue
        unit = people[about[row.invitation_id].unit_id]
        readers = {one.person_ref: Recipient(one.name, one.email, one.person_ref) for one in (*unit.leads, *unit.seniors)}
        found += [LetterReader(row.pk, row.number, reader, about[row.invitation_id]) for reader in readers.values()]
    return found
