"""Who is to be told by email of a follow-up or a support conversation. For the product itself only."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q

from section11.challenge.models import FollowUp, FollowUpCause, SupportConversation
from section11.challenge.vocabulary import FollowUpReason, FollowUpState, SupportState
from section11.cycles.models import LadderStep
from section11.cycles.rules.standing import who_words
from section11.cycles.vocabulary import LadderKind
from section11.directory.models import Membership, SectorLead
from section11.directory.queries.due_emails import Asker, Recipient, asker_of, only_for_the_product
from section11.directory.queries.sector_leads import leads_of_sectors
from section11.lib.viewer import Viewer
from section11.returns.queries.addressed import Addressed, addressed, leads_of


@dataclass(frozen=True, slots=True)
class WaitingFollowUp:
    """A follow-up that waits for a strategic lead."""

    follow_up_id: int
    invitation_id: int
    who: str
    cycle_slug: str
    cycle_title: str
    asker: Asker
    recipient: Recipient


@dataclass(frozen=True, slots=True)
class SupportNews:
    """A support conversation that was agreed or held, and a lead of the return to be told."""

    support_id: int
    version: int
    state: SupportState
    agreed_for: date | None
    with_whom: str
    recipient: Recipient
    about: Addressed


def waiting_follow_ups(viewer: Viewer, since: datetime) -> list[WaitingFollowUp]:
    """The follow-ups raised after that moment, or whose strategic lead was named after it, that nobody has acknowledged.

    Not those of which a rung of the ladder tells the same person, nor to somebody who belongs to the organisation.
    """
    only_for_the_product(viewer)
    named = SectorLead.objects.filter(sector=OuterRef("invitation__sector"), since__gt=since)
    other = FollowUpCause.objects.filter(follow_up=OuterRef("pk")).exclude(reason=FollowUpReason.NEVER_RETURNED)
    rung = LadderStep.objects.filter(cycle=OuterRef("invitation__cycle"), kind=LadderKind.STRATEGIC_LEAD)
    found = list(
        FollowUp.objects.filter(Q(raised_at__gt=since) | Exists(named), Exists(other) | ~Exists(rung), state=FollowUpState.OPEN)
        .select_related("invitation__cycle__partnership", "invitation__participation", "invitation__unit")
        .order_by("pk")
    )
    if not found:
        return []
    leads = leads_of_sectors({one.invitation.sector_id for one in found})
    belongs = _belongs({lead.person_id for lead in leads.values()})
    return [
        WaitingFollowUp(
            follow_up_id=one.pk,
            invitation_id=one.invitation_id,
            who=who_words(one.invitation.participation.name, one.invitation.unit.name),
            cycle_slug=one.invitation.cycle.slug,
            cycle_title=one.invitation.cycle.title,
            asker=asker_of(one.invitation.cycle.partnership),
            recipient=Recipient(lead.name, lead.email, lead.person_ref),
        )
        for one in found
        if (lead := leads.get(one.invitation.sector_id)) and (lead.person_id, one.invitation.participation.organisation_id) not in belongs
    ]


def _belongs(person_ids: set[int]) -> set[tuple[int, int]]:
    """(person, organisation) of everywhere these people belong."""
    running = Membership.objects.filter(person__in=person_ids, ended_at__isnull=True)
    rows = running.values_list("person_id", "home_organisation_id", "unit__organisation_id")
    return {(person, place) for person, *places in rows for place in places if place is not None}


def support_news(viewer: Viewer, since: datetime) -> list[SupportNews]:
    """The conversations agreed or held after that moment, for each lead of the return."""
    only_for_the_product(viewer)
    rows = list(
        SupportConversation.objects.filter(changed_at__gt=since, state__in=(SupportState.AGREED, SupportState.LOGGED)).order_by("pk")
    )
    if not rows:
        return []
    returns = {one.invitation_id: one for one in addressed(Q(invitation__in=[row.invitation_id for row in rows]))}
    leads = leads_of({one.unit_id for one in returns.values()})
    return [
        SupportNews(
            support_id=row.pk,
            version=row.version,
            state=SupportState(row.state),
            agreed_for=row.agreed_for,
            with_whom=row.with_whom,
            recipient=lead.recipient,
            about=returns[row.invitation_id],
        )
        for row in rows
        if row.invitation_id in returns
        for lead in leads[returns[row.invitation_id].unit_id]
    ]
