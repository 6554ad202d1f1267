"""The challenges of a cycle, those that wait for the partnership first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, Count, F, Q, QuerySet, Value, When

from section11.challenge.models import Challenge
from section11.challenge.vocabulary import (
    CHALLENGE_KIND_WORDS,
    CHALLENGE_OUTCOME_WORDS,
    CHALLENGE_STATE_WORDS,
    ChallengeKind,
    ChallengeOutcome,
    ChallengeState,
)
from section11.cycles.models import Invitation
from section11.cycles.queries.register_selection import readable_cycle
from section11.cycles.rules.standing import who_words
from section11.directory.models import Sector
from section11.directory.vocabulary import READERS
from section11.lib.errors import Absent
from section11.lib.paging import Page, page_number, window
from section11.lib.viewer import Viewer

MINE = "mine"
LATE = "late"  # not a state of its own: open, and the answer was wanted before today
URGENT_FIRST = Case(When(state=ChallengeState.ANSWERED, then=Value(0)), When(state=ChallengeState.OPEN, then=Value(1)), default=Value(2))
FIELDS = {
    "challenge_id": F("pk"),
    "organisation": F("invitation__participation__name"),
    "unit": F("invitation__unit__name"),
    "sector": F("invitation__sector__label"),
    "statement_ref": F("statement__ref"),
    "standard_ref": F("standard__ref"),
    "action_ref": F("action__statement__ref"),
}
OWN = ("number", "kind", "state", "outcome", "wanted_by", "raised_by_name")


@dataclass(frozen=True, slots=True)
class ChallengeFilter:
    """Which challenges are wanted; empty: all. `state` may be `late`. `whose`: `mine` are those that the viewer raised."""

    state: str = ""
    sector: str = ""
    whose: str = ""

    @property
    def active(self) -> int:
        """How many filters are set."""
        return sum(bool(one) for one in (self.state, self.sector, self.whose))


@dataclass(frozen=True, slots=True)
class ChallengeRow:
    """One challenge in a list."""

    challenge_id: int
    number: int
    organisation: str
    unit: str
    sector: str
    statement_ref: str | None
    standard_ref: str | None
    action_ref: str | None
    kind: str
    state: str
    outcome: str
    wanted_by: date | None
    raised_by_name: str

    @property
    def who(self) -> str:
        """The organisation, with its unit if it is not the whole."""
        return who_words(self.organisation, self.unit)

    @property
    def about(self) -> str:
        """What it is about, in a word or two."""
        if self.statement_ref:
            return f"Statement {self.statement_ref}"
        if self.standard_ref:
            return f"Standard {self.standard_ref}"
        return f"Action for {self.action_ref}" if self.action_ref else "Action"

    @property
    def kind_words(self) -> str:
        """What is asked."""
        return CHALLENGE_KIND_WORDS[ChallengeKind(self.kind)]

    @property
    def state_words(self) -> str:
        """Where it stands."""
        return CHALLENGE_STATE_WORDS[ChallengeState(self.state)]

    @property
    def outcome_words(self) -> str:
        """How it ended."""
        return CHALLENGE_OUTCOME_WORDS[ChallengeOutcome(self.outcome)]

    def is_late(self, today: date) -> bool:
        """Whether an answer was wanted before today and has not come."""
        return self.state == ChallengeState.OPEN and self.wanted_by is not None and self.wanted_by < today


@dataclass(frozen=True, slots=True)
class ChallengeList:
    """A page of a cycle's challenges. `counts`, `late` and `total` are under the filter but for its state."""

    cycle_slug: str
    cycle_title: str
    counts: Mapping[ChallengeState, int]
    late: int
    total: int
    sectors: tuple[tuple[str, str], ...]
    page: Page[ChallengeRow]


def challenges_of_cycle(viewer: Viewer, cycle_slug: str, chosen: ChallengeFilter, *, page: str, today: date) -> ChallengeList:
    """The challenges that match, for those who read submissions in the partnership: four SQL statements."""
    if not viewer.has(*READERS):
        raise Absent
    cycle = readable_cycle(viewer, cycle_slug)
    rows = Challenge.objects.filter(invitation__cycle=cycle)
    if chosen.sector:
        rows = rows.filter(invitation__sector__key=chosen.sector)
    if chosen.whose == MINE:
        rows = rows.filter(raised_by=viewer.person_ref)
    late = Q(state=ChallengeState.OPEN, wanted_by__lt=today)
    counted = rows.aggregate(late=Count("pk", filter=late), **{state.value: Count("pk", filter=Q(state=state)) for state in ChallengeState})
    counts = {state: counted[state.value] for state in ChallengeState}
    total = sum(counts.values())
    matching = total
    if chosen.state in set(ChallengeState):
        rows, matching = rows.filter(state=chosen.state), counts[ChallengeState(chosen.state)]
    elif chosen.state == LATE:
        rows, matching = rows.filter(late), counted["late"]
    number = page_number(page, matching)
    there = Invitation.objects.filter(cycle=cycle).values("sector")
    sectors = Sector.objects.filter(pk__in=there).order_by("order", "key").values_list("key", "label")
    return ChallengeList(
        cycle_slug=cycle.slug,
        cycle_title=cycle.title,
        counts=counts,
        late=counted["late"],
        total=total,
        sectors=tuple(sectors),
        page=Page(
            challenge_rows(rows.order_by(URGENT_FIRST, F("wanted_by").asc(nulls_last=True), "raised_at", "pk")[window(number)]),
            number,
            matching,
        ),
    )


def challenge_rows(rows: QuerySet[Challenge]) -> list[ChallengeRow]:
    """Challenges that the caller was let see, as rows of a list."""
    return [ChallengeRow(**row) for row in rows.values(*OWN, **FIELDS)]


@dataclass(frozen=True, slots=True)
class WaitingChallenges:
    """How many challenges of a cycle are answered and wait for the partnership; how many of them the viewer raised."""

    cycle_slug: str
    cycle_title: str
    answered: int
    mine: int


def waiting_challenges(viewer: Viewer) -> list[WaitingChallenges]:
    """By cycle, what is answered and waits; for officers and reviewers, one SQL statement."""
    if not viewer.has(*READERS):
        return []
    mine = Count("pk", filter=Q(raised_by=viewer.person_ref))
    rows = (
        Challenge.objects.filter(invitation__cycle__partnership_id=viewer.partnership, state=ChallengeState.ANSWERED)
        .values_list(F("invitation__cycle__slug"), F("invitation__cycle__title"))
        .annotate(answered=Count("pk"), mine=mine)
        .order_by(F("invitation__cycle__opens").desc(nulls_last=True), "invitation__cycle_id")
    )
    return [WaitingChallenges(*row) for row in rows]
