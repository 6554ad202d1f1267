"""Which return leads are to be reminded that a challenge is past the day on which an answer was wanted. For the product itself only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q

from section11.challenge.models import Challenge
from section11.challenge.vocabulary import ChallengeState
from section11.cycles.vocabulary import InvitationState
from section11.directory.queries.due_emails import Recipient, only_for_the_product
from section11.lib.clock import london_date
from section11.lib.viewer import Viewer
from section11.returns.queries.addressed import Addressed, addressed, leads_of

LATE_BY = timedelta(days=7)  # a reminder that could not be made for longer is left out


@dataclass(frozen=True, slots=True)
class LateLead:
    """A return lead, the day by which answers were wanted, and how many are still to come."""

    about: Addressed
    wanted_by: date
    number: int
    recipient: Recipient


def late_leads(viewer: Viewer, at: datetime) -> list[LateLead]:
    """The leads of returns with open challenges whose day is over, for each such day of the last seven."""
    only_for_the_product(viewer)
    today = london_date(at)
    rows = (
        Challenge.objects.filter(
            state=ChallengeState.OPEN,
            wanted_by__lt=today,
            wanted_by__gte=today - LATE_BY,
            invitation__state=InvitationState.INVITED,
        )
        .order_by("wanted_by", "invitation_id")
        .values_list("invitation_id", "wanted_by")
        .annotate(number=Count("pk"))
    )
    counted: Mapping[tuple[int, date], int] = {(invitation_id, day): number for invitation_id, day, number in rows if day}
    if not counted:
        return []
    returns = {one.invitation_id: one for one in addressed(Q(invitation__in={invitation_id for invitation_id, _ in counted}))}
    leads = leads_of({one.unit_id for one in returns.values()})
    return [
        LateLead(returns[invitation_id], day, number, lead.recipient)
        for (invitation_id, day), number in counted.items()
        if invitation_id in returns
        for lead in leads[returns[invitation_id].unit_id]
    ]
