"""Which return leads are to be told by email of good practice and recommendations. For the product itself only.

One email a day, return and matter: it says that something is there, never what.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q

from section11.challenge.models import GoodPractice, Letter, Recommendation
from section11.challenge.vocabulary import GoodPracticeState, RecommendationState
from section11.directory.queries.due_emails import Recipient, only_for_the_product
from section11.lib.clock import london_date
from section11.lib.viewer import Viewer
from section11.returns.queries.addressed import Addressed, addressed, leads_of


@dataclass(frozen=True, slots=True)
class ToldLead:
    """A lead of a return, and the day on which something was asked or given."""

    about: Addressed
    day: date
    recipient: Recipient


def leads_asked_for_consent(viewer: Viewer, since: datetime) -> list[ToldLead]:
    """The leads who were asked after that moment whether good practice may be shared, and have not decided yet."""
    only_for_the_product(viewer)
    rows = GoodPractice.objects.filter(state=GoodPracticeState.ASKED, asked_at__gt=since).order_by("asked_at", "pk")
    return _leads(rows.values_list("invitation_id", "asked_at"))


def leads_given_recommendations(viewer: Viewer, since: datetime) -> list[ToldLead]:
    """The leads to whom something was recommended after that moment that waits for them; not with a letter, which tells them itself."""
    only_for_the_product(viewer)
    with_letter = Letter.objects.filter(invitation=OuterRef("invitation"), approved_at=OuterRef("given_at"))
    rows = Recommendation.objects.filter(~Exists(with_letter), state=RecommendationState.GIVEN, given_at__gt=since)
    return _leads(rows.order_by("given_at", "pk").values_list("invitation_id", "given_at"))


def _leads(told: Iterable[tuple[int, datetime | None]]) -> list[ToldLead]:
    days = dict.fromkeys((invitation_id, london_date(at)) for invitation_id, at in told if at)
    if not days:
        return []
    returns = {one.invitation_id: one for one in addressed(Q(invitation__in={invitation_id for invitation_id, _ in days}))}
    leads = leads_of({one.unit_id for one in returns.values()})
    return [
        ToldLead(returns[invitation_id], day, lead.recipient)
        for invitation_id, day in days
        if invitation_id in returns
        for lead in leads[returns[invitation_id].unit_id]
    ]
