"""The challenges of an organisation's own returns."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import Case, Count, Exists, F, OuterRef, Q, QuerySet, Subquery, TextField, Value, When
from django.db.models.functions import Cast

from section11.challenge.models import Challenge, GoodPractice, Letter, LetterOpening, Recommendation
from section11.challenge.queries.challenge_list import ChallengeRow, challenge_rows
from section11.challenge.queries.panels_of_return import told_slots
from section11.challenge.vocabulary import ChallengeState, GoodPracticeState, LetterState, PanelState, RecommendationState
from section11.lib.paging import Page, page_number, window
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation
from section11.returns.queries.head import visible

FIRST = Case(When(state=ChallengeState.OPEN, then=Value(0)), When(state=ChallengeState.ANSWERED, then=Value(1)), default=Value(2))


@dataclass(frozen=True, slots=True)
class ChallengeCount:
    """How many challenges and recommendations a return has, and how many wait for its lead; what else it was told."""

    total: int
    waiting: int
    recommendations: int = 0
    recommendations_waiting: int = 0
    consents_waiting: int = 0
    letters: int = 0
    letters_unread: int = 0  # by the viewer
    panels: int = 0
    panels_to_come: int = 0


def own_challenges(viewer: Viewer, return_id: int, *, page: str = "1") -> Page[ChallengeRow]:
    """The challenges of a return of the viewer's unit, those that wait for its lead first: two SQL statements."""
    asked = visible(viewer).filter(unit_return_id=return_id).values("invitation_id")
    rows = Challenge.objects.filter(invitation__in=asked)
    total = rows.count()
    number = page_number(page, total)
    ordered = rows.order_by(FIRST, F("wanted_by").asc(nulls_last=True), "number")
    return Page(challenge_rows(ordered[window(number)]), number, total)


def challenge_counts(viewer: Viewer) -> Mapping[int, ChallengeCount]:
    """By return, for those of the viewer of which anything is asked: one SQL statement."""
    challenges = _counted(viewer, "challenges", Challenge.objects.all(), Q(state=ChallengeState.OPEN))
    given = Recommendation.objects.exclude(state=RecommendationState.DRAFT)
    advice = _counted(viewer, "recommendations", given, Q(state=RecommendationState.GIVEN))
    asked = GoodPractice.objects.exclude(state=GoodPracticeState.MARKED)
    consents = _counted(viewer, "consents", asked, Q(state=GoodPracticeState.ASKED))
    sent = Letter.objects.filter(state=LetterState.APPROVED).annotate(unread=~Exists(_own_openings(viewer)))
    letters = _counted(viewer, "letters", sent, Q(unread=True))
    panels = _counted(viewer, "panels", told_slots(), Q(panel__state=PanelState.PLANNED))
    found: dict[int, dict[str, tuple[int, int]]] = {}
    for return_id, thing, total, waiting in challenges.union(advice, consents, letters, panels, all=True):
        found.setdefault(return_id, {})[thing] = (total, waiting)
    none = (0, 0)
    return {
        return_id: ChallengeCount(
            *counts.get("challenges", none),
            *counts.get("recommendations", none),
            counts.get("consents", none)[1],
            *counts.get("letters", none),
            *counts.get("panels", none),
        )
        for return_id, counts in found.items()
    }


def _own_openings(viewer: Viewer) -> QuerySet[LetterOpening]:
    return LetterOpening.objects.filter(letter=OuterRef("pk"), by=viewer.person_ref)


def _counted(viewer: Viewer, thing: str, rows: QuerySet[Any], waits: Q) -> QuerySet[Any, Any]:
    """Return, thing, how many there are and how many wait: of the returns that the viewer may see."""
    answered_by = ReturnInvitation.objects.filter(invitation=OuterRef("invitation")).values("unit_return_id")[:1]
    counted: QuerySet[Any, Any] = (
        rows.filter(invitation__in=visible(viewer).values("invitation_id"))
        .annotate(of=Subquery(answered_by), thing=Cast(Value(thing), TextField()))
        .order_by()
        .values_list("of", "thing")
        .annotate(total=Count("pk"), waiting=Count("pk", filter=waits))
    )
    return counted
