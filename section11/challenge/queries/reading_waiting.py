"""What waits to be read and judged, and answers that are late, counted by cycle: kind, slug and title of the cycle, number."""

from datetime import datetime
from typing import Any

from django.db.models import CharField, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Value

from section11.challenge.models import (
    Challenge,
    EvidenceRating,
    GoodPractice,
    Letter,
    Look,
    Recommendation,
    ReviewerPart,
    StandardGrade,
)
from section11.challenge.queries.conflicts import belongs_to
from section11.challenge.queries.reviewer_parts import WRITERS
from section11.challenge.vocabulary import ChallengeState, GoodPracticeState, RecommendationState
from section11.cycles.vocabulary import CycleState, InvitationState
from section11.directory.vocabulary import READERS
from section11.lib.clock import london_date
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation


def reading_waiting(viewer: Viewer, *, at: datetime) -> list[QuerySet[Any, Any]]:
    """Querysets to be joined by UNION, over audits that are open; none for who reads no submissions.

    `read`: returns whose latest submission the viewer has not looked at: for officers and reviewers those that are theirs to
    review. For officers and reviewers besides `judging`: returns that somebody began to judge and that have no letter, and
    `late-challenge`: challenges whose answer was wanted before today and has not come, in whatever audit.
    """
    if viewer.partnership_id is None or not viewer.has(*READERS):
        return []
    came_in = ReturnInvitation.objects.filter(
        invitation__cycle__partnership=viewer.partnership_id,
        invitation__cycle__state=CycleState.OPEN,
        invitation__state=InvitationState.INVITED,
        latest__isnull=False,
    )
    seen = Look.objects.filter(invitation=OuterRef("invitation"), person=viewer.person_id, number__gte=OuterRef("latest__number"))
    unread = came_in.filter(~Exists(seen))
    if not viewer.has(*WRITERS):
        return [_counted("read", unread)]
    parts = ReviewerPart.objects.filter(cycle=OuterRef("invitation__cycle"), person=viewer.person_id)
    theirs = parts.filter(Q(sector=OuterRef("invitation__sector")) | Q(standard__isnull=False))
    own = belongs_to(viewer.person_id, OuterRef("invitation__participation__organisation"))
    mine = unread.filter(~own, Exists(theirs) | ~Exists(parts))
    late = Challenge.objects.filter(
        invitation__cycle__partnership=viewer.partnership_id, state=ChallengeState.OPEN, wanted_by__lt=london_date(at)
    )
    return [_counted("read", mine), _counted("judging", begun(came_in)), _counted("late-challenge", late)]


def begun(came_in: QuerySet[ReturnInvitation]) -> QuerySet[ReturnInvitation]:
    """Returns with a rating of evidence, a grade, or something marked or recommended that is not told, and without a letter."""
    of_it = {"invitation": OuterRef("invitation")}
    return came_in.filter(
        Exists(EvidenceRating.objects.filter(submission=OuterRef("latest")))
        | Exists(StandardGrade.objects.filter(**of_it))
        | Exists(GoodPractice.objects.filter(**of_it, state=GoodPracticeState.MARKED))
        | Exists(Recommendation.objects.filter(**of_it, state=RecommendationState.DRAFT)),
        ~Exists(Letter.objects.filter(**of_it)),
    )


def _counted(kind: str, rows: QuerySet[Any, Any]) -> QuerySet[Any, Any]:
    named = rows.annotate(
        waits=Value(kind, output_field=CharField()), of=F("invitation__cycle__slug"), called=F("invitation__cycle__title")
    )
    counted: QuerySet[Any, Any] = (
        named.order_by().values_list("waits", "of", "called").annotate(counted=Count("pk", output_field=IntegerField()))
    )  # a challenge has a kind and a number of its own
    return counted
