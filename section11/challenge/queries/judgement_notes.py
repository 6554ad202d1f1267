"""What was marked, recommended and graded on a return: for those who read submissions, in one statement each."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, TextField, Value
from django.db.models.functions import Cast

from section11.challenge.models import GoodPractice, Recommendation, StandardGrade
from section11.challenge.rules.transitions import can
from section11.challenge.vocabulary import (
    GOOD_PRACTICE_STATE_WORDS,
    RECOMMENDATION_STATE_WORDS,
    GoodPracticeState,
    RecommendationState,
)
from section11.directory.vocabulary import READERS
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer

MARKED = ("marked_by_name", "marked_at")
WRITTEN = ("written_by_name", "written_at")


@dataclass(frozen=True, slots=True)
class JudgementNote:
    """A piece of good practice or a recommendation, as its partnership sees it."""

    thing: str  # as the table of moves names it
    note_id: int
    standard_ref: str  # empty: the whole return
    statement_ref: str
    text: str
    answer: str
    state: str
    version: int
    by: str
    at: datetime

    @property
    def is_practice(self) -> bool:
        """Good practice; else a recommendation."""
        return self.thing == "good practice"

    @property
    def may_change(self) -> bool:
        """Whether its words may still change, and it may be taken out."""
        return can(self.thing, "change_good_practice" if self.is_practice else "change_recommendation", self.state)

    @property
    def state_words(self) -> str:
        """Where it stands."""
        if self.is_practice:
            return GOOD_PRACTICE_STATE_WORDS[GoodPracticeState(self.state)]
        return RECOMMENDATION_STATE_WORDS[RecommendationState(self.state)]


@dataclass(frozen=True, slots=True)
class GivenGrade:
    """A standard's grade with its reasons, and the number of the submission it was given on."""

    standard_ref: str
    standard_title: str
    key: str
    label: str
    reasons: str
    version: int
    by: str
    at: datetime
    number: int


def judgement_notes(viewer: Viewer, invitation_id: int, *, standard_ref: str = "") -> list[JudgementNote]:
    """The good practice, then the recommendations of a return, in the order they were written; of one standard if it is given."""
    if not viewer.has(*READERS):
        raise Absent
    here = Q(invitation=invitation_id, invitation__cycle__partnership=viewer.partnership)
    if standard_ref:
        here &= Q(standard__ref=standard_ref)
    practice = GoodPractice.objects.filter(here).order_by()
    advice = Recommendation.objects.filter(here).order_by()
    rows = practice.values_list(
        _words("good practice"), "pk", "standard__ref", "statement__ref", "text", _words(""), "state", "version", *MARKED
    ).union(
        advice.values_list(_words("recommendation"), "pk", "standard__ref", _words(""), "text", "answer", "state", "version", *WRITTEN),
        all=True,
    )
    found = [JudgementNote(row[0], row[1], row[2] or "", row[3] or "", *row[4:]) for row in rows]
    return sorted(found, key=lambda one: (one.thing, one.at, one.note_id))


def _words(text: str) -> Cast:
    return Cast(Value(text), TextField())


def grades_of(viewer: Viewer, invitation_id: int) -> list[GivenGrade]:
    """Every grade given on a return, by standard: within the partnership, and for the letter that tells the organisation."""
    if not viewer.has(*READERS):
        raise Absent
    rows = StandardGrade.objects.filter(invitation=invitation_id, invitation__cycle__partnership=viewer.partnership)
    told = rows.order_by("standard__edition", "standard__order").values_list(
        "standard__ref",
        "standard__title",
        "grade__key",
        "grade__label",
        "reasons",
        "version",
        "graded_by_name",
        "graded_at",
        "submission__number",
    )
    return [GivenGrade(*row) for row in told]
