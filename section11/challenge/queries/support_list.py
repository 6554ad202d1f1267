"""Support conversations: of a cycle, of one invitation, and as the organisation sees its own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Case, Count, F, QuerySet, Value, When

from section11.challenge.models import SupportConversation
from section11.challenge.rules.transitions import can
from section11.challenge.vocabulary import SUPPORT_STATE_WORDS, SupportState
from section11.cycles.queries.register_selection import readable_cycle
from section11.cycles.rules.standing import who_words
from section11.directory.vocabulary import READERS
from section11.lib.errors import Absent
from section11.lib.paging import Page, page_number, window
from section11.lib.viewer import Viewer
from section11.returns.queries.head import visible

FIELDS = {
    "support_id": F("pk"),
    "name": F("invitation__participation__name"),
    "unit": F("invitation__unit__name"),
    "sector": F("invitation__sector__label"),
}
OWN = (
    *("invitation_id", "state", "needed_at", "agreed_for", "with_whom", "said", "outcome"),
    *("version", "changed_at", "changed_by_name"),
)
_FIRST = Case(
    When(state=SupportState.NEEDED, then=Value(0)),
    When(state=SupportState.AGREED, then=Value(1)),
    When(state=SupportState.LOGGED, then=Value(2)),
    default=Value(3),
)


@dataclass(frozen=True, slots=True)
class SupportRow:
    """One support conversation."""

    support_id: int
    invitation_id: int
    name: str
    unit: str
    sector: str
    state: SupportState
    needed_at: datetime
    agreed_for: date | None
    with_whom: str
    said: str
    outcome: str
    version: int
    changed_at: datetime | None
    changed_by_name: str

    @property
    def who(self) -> str:
        """The organisation, with its unit if it is not the whole."""
        return who_words(self.name, self.unit)

    @property
    def state_words(self) -> str:
        """Where it stands."""
        return SUPPORT_STATE_WORDS[self.state]

    def may(self, verb: str) -> bool:
        """Whether that can be done with it now."""
        return can("support", verb, self.state)


@dataclass(frozen=True, slots=True)
class SupportList:
    """A page of a cycle's conversations, and how many there are of each state."""

    slug: str
    title: str
    page: Page[SupportRow]
    counts: Mapping[SupportState, int]


def support_list(viewer: Viewer, cycle_slug: str, *, state: str = "", sector: str = "", page: str = "1") -> SupportList:
    """A cycle's support conversations, those to be agreed first; for those who read submissions. Three SQL statements."""
    if not viewer.has(*READERS):
        raise Absent
    cycle = readable_cycle(viewer, cycle_slug)
    every = SupportConversation.objects.filter(invitation__cycle=cycle)
    if sector:
        every = every.filter(invitation__sector__key=sector)
    counts = {SupportState(key): number for key, number in every.order_by().values_list("state").annotate(number=Count("pk"))}
    wanted = {SupportState(state)} if state in set(SupportState) else set(SupportState)
    total = sum(counts.get(one, 0) for one in wanted)
    number = page_number(page, total)
    found = every.filter(state__in=wanted).order_by(_FIRST, F("agreed_for").asc(nulls_last=True), "needed_at", "pk")
    return SupportList(cycle.slug, cycle.title, Page(_rows(found[window(number)]), number, total), counts)


def support_of_invitation(viewer: Viewer, cycle_slug: str, invitation_id: int) -> SupportRow:
    """The conversation with one invited organisation; `Absent` where it needs none. For those who read submissions."""
    if not viewer.has(*READERS):
        raise Absent
    which = {"invitation": invitation_id, "invitation__cycle__slug": cycle_slug, "invitation__cycle__partnership": viewer.partnership}
    for row in _rows(SupportConversation.objects.filter(**which)):
        return row
    raise Absent


@dataclass(frozen=True, slots=True)
class SupportTold:
    """What an organisation is told of the conversation about its return. `said` once it was held."""

    partnership: str
    state: SupportState
    agreed_for: date | None
    with_whom: str
    said: str


def support_told(viewer: Viewer, return_id: int) -> list[SupportTold]:
    """The conversations about a return of the viewer's unit that are agreed or were held: one SQL statement."""
    asked = visible(viewer).filter(unit_return_id=return_id).values("invitation_id")
    rows = SupportConversation.objects.filter(invitation__in=asked, agreed_for__isnull=False)
    return [
        SupportTold(partnership, SupportState(state), agreed_for, with_whom, said)
        for partnership, state, agreed_for, with_whom, said in rows.values_list(
            "invitation__cycle__partnership__name", "state", "agreed_for", "with_whom", "said"
        )
    ]


def _rows(found: QuerySet[SupportConversation]) -> list[SupportRow]:
    values: list[dict[str, Any]] = list(found.values(*OWN, **FIELDS))
    return [SupportRow(**{**row, "state": SupportState(row["state"])}) for row in values]
