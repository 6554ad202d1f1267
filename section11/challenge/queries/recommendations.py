"""Recommendations as their organisation sees them: those that were given, and what it made of them."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Case, Exists, F, OuterRef, QuerySet, Value, When

from section11.challenge.models import Recommendation
from section11.challenge.queries.judged import leads_unit
from section11.challenge.vocabulary import RecommendationState
from section11.directory.models import Membership
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer

FIELDS = {
    "recommendation_id": F("pk"),
    "partnership": F("invitation__cycle__partnership__name"),
    "cycle": F("invitation__cycle__title"),
    "unit": F("invitation__unit__name"),
    "standard_ref": F("standard__ref"),
    "standard_title": F("standard__title"),
}
OWN = ("text", "state", "version", "given_at", "answer", "answered_at", "answered_by_name")


@dataclass(frozen=True, slots=True)
class GivenRecommendation:
    """What a partnership recommended to a unit. `standard_ref` empty: about the whole return."""

    recommendation_id: int
    partnership: str
    cycle: str
    unit: str
    standard_ref: str | None
    standard_title: str | None
    text: str
    state: str
    version: int
    given_at: datetime
    answer: str
    answered_at: datetime | None
    answered_by_name: str
    is_lead: bool  # the viewer leads that unit's returns

    @property
    def waits(self) -> bool:
        """Whether it is still to be taken up or answered."""
        return self.state == RecommendationState.GIVEN

    @property
    def may_decide(self) -> bool:
        """Whether the viewer may take it up, or answer it."""
        return self.is_lead and self.state in (RecommendationState.GIVEN, RecommendationState.ANSWERED)


def given_recommendations(viewer: Viewer) -> list[GivenRecommendation]:
    """What the viewer's units were recommended, those that wait first."""
    waiting = Case(When(state=RecommendationState.GIVEN, then=Value(0)), default=Value(1))
    return _read(viewer, _given(viewer).order_by(waiting, "-given_at", "pk"))


def given_recommendation(viewer: Viewer, recommendation_id: int) -> GivenRecommendation:
    """One that was given to a unit which the viewer leads; else `Absent`."""
    found = _read(viewer, _given(viewer).filter(leads_unit(viewer), pk=recommendation_id))
    if not found:
        raise Absent
    return found[0]


def _given(viewer: Viewer) -> QuerySet[Recommendation]:
    mine = Membership.objects.filter(unit=OuterRef("invitation__unit"), person=viewer.person_id, ended_at__isnull=True)
    return Recommendation.objects.exclude(state=RecommendationState.DRAFT).filter(
        Exists(mine), invitation__unit__organisation=viewer.organisation
    )


def _read(viewer: Viewer, rows: QuerySet[Recommendation]) -> list[GivenRecommendation]:
    return [GivenRecommendation(**row) for row in rows.values(*OWN, **FIELDS, is_lead=leads_unit(viewer))]
