"""Which return an email is about, for whom it is answered, and who leads it. For the product itself only."""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from section11.cycles.rules.standing import who_words
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.models import Person
from section11.directory.queries.answering import answerers
from section11.directory.queries.due_emails import Asker, Recipient, asker_of
from section11.returns.models import ReturnInvitation

TAKEN = Q(invitation__state=InvitationState.INVITED, invitation__cycle__state=CycleState.OPEN)


@dataclass(frozen=True, slots=True)
class Addressed:
    """A return as an email names it: whose it is, which partnership asks, in which cycle, by when."""

    return_id: int
    invitation_id: int
    unit_id: int
    who: str  # the organisation, with its unit if it is not the whole
    organisation_slug: str
    asker: Asker
    cycle_title: str
    due: date | None
    created_at: datetime
    email_subject: str
    email_body: str
    cycle_slug: str


@dataclass(frozen=True, slots=True)
class Lead:
    """A return lead of a unit, or a deputy of one."""

    membership_id: int
    started_at: datetime
    recipient: Recipient
    is_deputy: bool
    is_told: bool  # whether what goes to the leads goes to this one


def addressed(which: Q) -> list[Addressed]:
    """The returns that fit, the one due first on top."""
    rows = (
        ReturnInvitation.objects.filter(which)
        .select_related("unit_return__unit__organisation", "invitation__participation", "invitation__cycle__partnership")
        .order_by("invitation__cycle__due", "pk")
    )
    return [
        Addressed(
            return_id=row.unit_return_id,
            invitation_id=row.invitation_id,
            unit_id=row.unit_return.unit_id,
            who=who_words(row.invitation.participation.name, row.unit_return.unit.name),
            organisation_slug=row.unit_return.unit.organisation.slug,
            asker=asker_of(row.invitation.cycle.partnership),
            cycle_title=row.invitation.cycle.title,
            due=row.invitation.due or row.invitation.cycle.due,
            created_at=row.unit_return.created_at,
            email_subject=row.invitation.cycle.email_subject,
            email_body=row.invitation.cycle.email_body,
            cycle_slug=row.invitation.cycle.slug,
        )
        for row in rows
    ]


def leads_of(unit_ids: Collection[int]) -> dict[int, list[Lead]]:
    """The return leads of these units to whom emails go: deputies only where no lead can be reached."""
    everybody = everybody_leading(unit_ids)
    return defaultdict(list, {unit_id: [lead for lead in leads if lead.is_told] for unit_id, leads in everybody.items()})


def everybody_leading(unit_ids: Collection[int]) -> dict[int, list[Lead]]:
    """All who lead the returns of these units now, deputies and those whose address comes back among them."""
    found = answerers(unit_ids)
    return {
        unit_id: [
            Lead(one.membership_id, one.started_at, Recipient(one.name, one.email, one.person_ref), one.is_deputy, one in people.leads)
            for one in people.leading
        ]
        for unit_id, people in found.items()
    }


def recipient_of(person: Person) -> Recipient:
    """A person as somebody an email goes to."""
    return Recipient(person.name, person.email, person.ref)
