"""The challenges of an organisation's own returns."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Value, When

from section11.challenge.models import Challenge
from section11.challenge.queries.challenge_list import ChallengeRow, challenge_rows
from section11.challenge.vocabulary import ChallengeState
from section11.lib.paging import Page, page_number, window
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation
from section11.returns.queries.head import visible

FIRST = Case(When(state=ChallengeState.OPEN, then=Value(0)), When(state=ChallengeState.ANSWERED, then=Value(1)), default=Value(2))


@dataclass(frozen=True, slots=True)
class ChallengeCount:
    """How many challenges a return has, and how many wait for its lead."""

    total: int
    waiting: int


def own_challenges(viewer: Viewer, return_id: int, *, page: str = "1") -> Page[ChallengeRow]:
    """The challenges of a return of the viewer's unit, those that wait for its lead first: two SQL statements."""
    asked = visible(viewer).filter(unit_return_id=return_id).values("invitation_id")
    rows = Challenge.objects.filter(invitation__in=asked)
    total = rows.count()
    number = page_number(page, total)
    ordered = rows.order_by(FIRST, F("wanted_by").asc(nulls_last=True), "number")
    return Page(challenge_rows(ordered[window(number)]), number, total)


def challenge_counts(viewer: Viewer) -> Mapping[int, ChallengeCount]:
    """By return, for those of the viewer that have any: one SQL statement."""
    answered_by = ReturnInvitation.objects.filter(invitation=OuterRef("invitation")).values("unit_return_id")[:1]
    rows = (
        Challenge.objects.filter(invitation__in=visible(viewer).values("invitation_id"))
        .annotate(of=Subquery(answered_by))
        .values_list("of")
        .annotate(total=Count("pk"), waiting=Count("pk", filter=Q(state=ChallengeState.OPEN)))
        .order_by()
    )
    return {return_id: ChallengeCount(total, waiting) for return_id, total, waiting in rows}
