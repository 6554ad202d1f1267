"""One piece of good practice or one recommendation, for the pages on which its partnership changes it, gives it or asks about it."""

from dataclasses import dataclass
from typing import Any

from django.db.models import F, OuterRef, Subquery

from section11.challenge.models import GoodPractice, Recommendation
from section11.challenge.queries.reviewer_parts import remit
from section11.challenge.rules.judging import moved_on
from section11.challenge.vocabulary import GoodPracticeState, RecommendationState
from section11.cycles.rules.standing import who_words
from section11.directory.vocabulary import READERS
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.returns.models import ReturnInvitation

FIELDS = {
    "organisation": F("invitation__participation__name"),
    "unit": F("invitation__unit__name"),
    "cycle": F("invitation__cycle__title"),
    "cycle_slug": F("invitation__cycle__slug"),
    "standard_ref": F("standard__ref"),
    "standard_title": F("standard__title"),
    "reference": Subquery(ReturnInvitation.objects.filter(invitation=OuterRef("invitation")).values("latest__reference")[:1]),
}
OWN = ("pk", "invitation_id", "text", "state", "version")


@dataclass(frozen=True, slots=True)
class NoteToWrite:
    """It, and why the viewer may not write it now (`problem`; empty when they may). `reference`: the return's latest submission."""

    note_id: int
    who: str
    cycle: str
    cycle_slug: str
    standard_ref: str
    standard_title: str
    reference: str
    text: str
    state: str
    version: int
    problem: str


def practice_to_change(viewer: Viewer, good_practice_id: int) -> NoteToWrite:
    """Good practice marked in the viewer's partnership, for those who read submissions there."""
    rows = GoodPractice.objects.filter(pk=good_practice_id, invitation__cycle__partnership=viewer.partnership)
    return _note(viewer, rows.values(*OWN, **FIELDS).first(), "good practice", GoodPracticeState.MARKED)


def recommendation_to_change(viewer: Viewer, recommendation_id: int) -> NoteToWrite:
    """A recommendation written in the viewer's partnership, for those who read submissions there."""
    rows = Recommendation.objects.filter(pk=recommendation_id, invitation__cycle__partnership=viewer.partnership)
    return _note(viewer, rows.values(*OWN, **FIELDS).first(), "recommendation", RecommendationState.DRAFT)


def _note(viewer: Viewer, row: dict[str, Any] | None, thing: str, first: str) -> NoteToWrite:
    if row is None or not viewer.has(*READERS):
        raise Absent
    found = remit(viewer, row["invitation_id"])
    ref = row["standard_ref"] or ""
    problem = found.problem(ref) if ref or not found.covers_any else ""
    return NoteToWrite(
        note_id=row["pk"],
        who=who_words(row["organisation"], row["unit"]),
        cycle=row["cycle"],
        cycle_slug=row["cycle_slug"],
        standard_ref=ref,
        standard_title=row["standard_title"] or "",
        reference=row["reference"] or "",
        text=row["text"],
        state=row["state"],
        version=row["version"],
        problem=problem or ("" if row["state"] == first else moved_on(thing, row["state"])),
    )
