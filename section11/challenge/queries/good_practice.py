"""Good practice: what a cycle marked, what an organisation is asked to share, and what others agreed to share with it."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from section11.challenge.models import GoodPractice
from section11.challenge.queries.judged import leads_unit
from section11.challenge.vocabulary import GOOD_PRACTICE_STATE_WORDS, GoodPracticeState
from section11.cycles.models import Cycle
from section11.cycles.rules.standing import who_words
from section11.cycles.vocabulary import CycleState
from section11.directory.models import Membership, Participation
from section11.directory.vocabulary import PARTNERSHIP_ROLES
from section11.lib.errors import Absent
from section11.lib.paging import Page, page_number, window
from section11.lib.viewer import Viewer

FIELDS = {
    "practice_id": F("pk"),
    "organisation": F("invitation__participation__name"),
    "unit": F("invitation__unit__name"),
    "partnership": F("invitation__cycle__partnership__name"),
    "cycle": F("invitation__cycle__title"),
    "standard_ref": F("standard__ref"),
    "standard_title": F("standard__title"),
    "statement_ref": F("statement__ref"),
}
OWN = ("text", "state", "version", "asked_at", "decided_at", "decided_by_name", "marked_by_name", "marked_at")


@dataclass(frozen=True, slots=True)
class Practice:
    """Something worth sharing, whose it is, and whether it may be."""

    practice_id: int
    organisation: str
    unit: str
    partnership: str
    cycle: str
    standard_ref: str
    standard_title: str
    statement_ref: str | None
    text: str
    state: str
    version: int
    asked_at: datetime | None
    decided_at: datetime | None
    decided_by_name: str
    marked_by_name: str
    marked_at: datetime

    @property
    def who(self) -> str:
        """The organisation, with its unit if it is not the whole."""
        return who_words(self.organisation, self.unit)

    @property
    def state_words(self) -> str:
        """Where it stands."""
        return GOOD_PRACTICE_STATE_WORDS[GoodPracticeState(self.state)]


@dataclass(frozen=True, slots=True)
class PracticeOfCycle:
    """The good practice of a cycle, by state."""

    cycle_slug: str
    cycle_title: str
    counts: dict[str, int]
    page: Page[Practice]


def _read(rows: QuerySet[GoodPractice]) -> list[Practice]:
    return [Practice(**row) for row in rows.values(*OWN, **FIELDS)]


def practice_of_cycle(viewer: Viewer, cycle_slug: str, *, state: str, page: str) -> PracticeOfCycle:
    """What was marked in a cycle, by standard, for everybody with a role in its partnership; of one state if it is given."""
    if not viewer.has(*PARTNERSHIP_ROLES):
        raise Absent
    cycle = Cycle.objects.filter(partnership=viewer.partnership, slug=cycle_slug).exclude(state=CycleState.DRAFT).first()
    if cycle is None:
        raise Absent
    rows = GoodPractice.objects.filter(invitation__cycle=cycle)
    counts: dict[str, int] = dict(rows.order_by().values_list("state").annotate(count=Count("pk")))
    if state in set(GoodPracticeState):
        rows = rows.filter(state=state)
        total = counts.get(state, 0)
    else:
        total = sum(counts.values())
    number = page_number(page, total)
    ordered = rows.order_by("standard__edition_id", "standard__order", "invitation__participation__name", "pk")
    return PracticeOfCycle(cycle.slug, cycle.title, counts, Page(_read(ordered[window(number)]), number, total))


def practice_asked(viewer: Viewer, practice_id: int) -> Practice:
    """One that the viewer's unit was asked to share, for its return leads."""
    return _one(GoodPractice.objects.exclude(state=GoodPracticeState.MARKED).filter(leads_unit(viewer), pk=practice_id))


def _one(rows: QuerySet[GoodPractice]) -> Practice:
    found = _read(rows)
    if not found:
        raise Absent
    return found[0]


def own_practice(viewer: Viewer) -> list[Practice]:
    """What the viewer's units were asked to share, those to be decided first."""
    mine = Membership.objects.filter(unit=OuterRef("invitation__unit"), person=viewer.person_id, ended_at__isnull=True)
    rows = GoodPractice.objects.exclude(state=GoodPracticeState.MARKED).filter(
        Exists(mine), invitation__unit__organisation=viewer.organisation
    )
    return sorted(_read(rows.order_by("-asked_at", "-pk")), key=lambda one: one.state != GoodPracticeState.ASKED)


def shared_practice(viewer: Viewer, *, page: str) -> Page[Practice]:
    """What other organisations agreed to share, in every partnership in which the viewer's organisation takes part."""
    rows = GoodPractice.objects.filter(shared_with(viewer.organisation), state=GoodPracticeState.AGREED)
    total = rows.count()
    number = page_number(page, total)
    return Page(_read(rows.order_by("-decided_at", "-pk")[window(number)]), number, total)


def shared_with(organisation_id: int) -> Q:
    """Good practice of the partnerships in which an organisation takes part, but its own."""
    theirs = Participation.objects.filter(partnership=OuterRef("invitation__cycle__partnership"), organisation=organisation_id)
    return Q(Exists(theirs)) & ~Q(invitation__unit__organisation=organisation_id)
