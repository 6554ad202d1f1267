"""Who is to be told by email that something happened in a challenge. For the product itself only.

Nobody gets an email a challenge: of all that one side wrote about a return on one day before the other side wrote again,
one email tells that it is there. `turn` names that stretch for ever.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from section11.challenge.models import Challenge, ChallengeMessage
from section11.challenge.queries.reviewer_parts import WRITERS
from section11.challenge.vocabulary import ChallengeState, Side
from section11.directory.models import Membership
from section11.directory.queries.due_emails import Recipient, only_for_the_product
from section11.directory.vocabulary import Role
from section11.lib.clock import london_date
from section11.lib.viewer import Viewer
from section11.returns.queries.addressed import Addressed, addressed, leads_of, recipient_of


@dataclass(frozen=True, slots=True)
class AskedLead:
    """A return lead who is to answer. `is_reply`: the first of it was a reply, not a new challenge."""

    about: Addressed
    turn: str
    is_reply: bool
    wanted_by: date | None
    recipient: Recipient


@dataclass(frozen=True, slots=True)
class ClosedForLead:
    """A return lead whose partnership closed challenges that day."""

    about: Addressed
    turn: str
    recipient: Recipient


@dataclass(frozen=True, slots=True)
class AnsweredReviewer:
    """Who raised a challenge that was answered (the officers, when that person is no longer here)."""

    about: Addressed
    turn: str
    cycle_slug: str
    challenge_id: int
    recipient: Recipient


def asked_leads(viewer: Viewer, since: datetime) -> list[AskedLead]:
    """The leads for whom something was raised or replied after that moment that they have not answered yet."""
    only_for_the_product(viewer)
    rows = _said(Side.PARTNERSHIP, since).filter(challenge__state=ChallengeState.OPEN)
    groups: dict[tuple[int, date, int], list[tuple[bool, date | None]]] = {}
    for pk, at, turn, first, invitation_id, wanted_by in rows.values_list(
        "pk", "at", "turn", "first", "challenge__invitation_id", "challenge__wanted_by"
    ):
        groups.setdefault((invitation_id, london_date(at), turn), []).append((pk != first, wanted_by))
    returns = _returns(invitation_id for invitation_id, _, _ in groups)
    leads = leads_of({one.unit_id for one in returns.values()})
    return [
        AskedLead(
            about=returns[invitation_id],
            turn=f"challenges:{invitation_id}:{day}:{turn}",
            is_reply=found[0][0],
            wanted_by=min((wanted for _, wanted in found if wanted), default=None),
            recipient=lead.recipient,
        )
        for (invitation_id, day, turn), found in groups.items()
        if invitation_id in returns
        for lead in leads[returns[invitation_id].unit_id]
    ]


def closed_for_leads(viewer: Viewer, since: datetime) -> list[ClosedForLead]:
    """The leads of returns with a challenge that was closed after that moment."""
    only_for_the_product(viewer)
    rows = Challenge.objects.filter(closed_at__gt=since).order_by("closed_at", "pk")
    days = dict.fromkeys((pk, london_date(at)) for pk, at in rows.values_list("invitation_id", "closed_at") if at)
    returns = _returns(invitation_id for invitation_id, _ in days)
    leads = leads_of({one.unit_id for one in returns.values()})
    return [
        ClosedForLead(returns[invitation_id], f"challenges:{invitation_id}:{day}:closed", lead.recipient)
        for invitation_id, day in days
        if invitation_id in returns
        for lead in leads[returns[invitation_id].unit_id]
    ]


def answered_reviewers(viewer: Viewer, since: datetime) -> list[AnsweredReviewer]:
    """Those who raised what was answered after that moment and is not closed."""
    only_for_the_product(viewer)
    rows = _said(Side.ORGANISATION, since).exclude(challenge__state=ChallengeState.CLOSED)
    groups: dict[tuple[str, int, date, int], tuple[int, str, int]] = {}
    for at, turn, challenge_id, raised_by, invitation_id, cycle_slug, partnership_id in rows.values_list(
        *("at", "turn", "challenge_id", "challenge__raised_by", "challenge__invitation_id"),
        *(F("challenge__invitation__cycle__slug"), F("challenge__invitation__cycle__partnership_id")),
    ):
        groups.setdefault((raised_by, invitation_id, london_date(at), turn), (challenge_id, cycle_slug, partnership_id))
    returns = _returns(invitation_id for _, invitation_id, _, _ in groups)
    here = _here({partnership_id for _, _, partnership_id in groups.values()}) if groups else {}
    return [
        AnsweredReviewer(returns[invitation_id], f"challenges:{invitation_id}:{day}:{turn}:answered", cycle_slug, challenge_id, recipient)
        for (raised_by, invitation_id, day, turn), (challenge_id, cycle_slug, partnership_id) in groups.items()
        if invitation_id in returns
        for recipient in _told(here.get(partnership_id, []), raised_by)
    ]


def _said(side: Side, since: datetime) -> QuerySet[Any, Any]:
    """What one side wrote and the other has not answered yet, with the last that the other wrote about that return before (0: nothing)."""
    other = Side.ORGANISATION if side is Side.PARTNERSHIP else Side.PARTNERSHIP
    before = ChallengeMessage.objects.filter(
        challenge__invitation=OuterRef("challenge__invitation"), side=other, pk__lt=OuterRef("pk")
    ).order_by("-pk")
    thread = ChallengeMessage.objects.filter(challenge=OuterRef("challenge")).order_by("pk")
    return (
        ChallengeMessage.objects.filter(~Exists(thread.filter(side=other, pk__gt=OuterRef("pk"))), side=side, at__gt=since)
        .annotate(turn=Coalesce(Subquery(before.values("pk")[:1]), 0), first=Subquery(thread.values("pk")[:1]))
        .order_by("pk")
    )


def _returns(invitation_ids: Iterable[int]) -> dict[int, Addressed]:
    ids = set(invitation_ids)
    return {one.invitation_id: one for one in addressed(Q(invitation__in=ids))} if ids else {}


def _here(partnership_ids: set[int]) -> dict[int, list[tuple[str, Recipient]]]:
    """The officers and reviewers of these partnerships now, with their role."""
    found: dict[int, list[tuple[str, Recipient]]] = {}
    held = Membership.objects.filter(partnership__in=partnership_ids, role__in=WRITERS, ended_at__isnull=True, person__is_active=True)
    for one in held.select_related("person").order_by("pk"):
        found.setdefault(one.partnership_id or 0, []).append((one.role, recipient_of(one.person)))
    return found


def _told(here: list[tuple[str, Recipient]], raised_by: str) -> list[Recipient]:
    """Who raised it, if they are still here; else every officer."""
    own = [one for _, one in here if one.person_ref == raised_by][:1]
    return own or list({one.person_ref: one for role, one in here if role == Role.OFFICER}.values())
