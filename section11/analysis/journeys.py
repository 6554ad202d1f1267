"""Journeys: what became of each statement between two cycles, for units that answered in both. Pure.

The class of the level decides, never its label or place: met is above partial, partial above unmet. Not applicable is apart: a
move to or from it is told as such and is no step up or down. Not answered is unknown, not zero: then or now, it is told apart.

Over mapped editions a statement is compared with all that were asked of the unit before and that it is paired with. Several of
them count as one: the weakest that applies. One of them unmet makes them unmet, whatever is unanswered beside it; otherwise one
unanswered makes them unknown; those not applicable stay out, unless all are. One earlier statement may stand behind several
later ones, and each is compared with it.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from section11.analysis.dataset import Basis, SectorInfo, StandardInfo, StatementInfo

UNANSWERED, NOT_APPLICABLE = "", "not_applicable"
RANK = {"unmet": 0, "partial": 1, "met": 2}


class Change(StrEnum):
    """What became of a statement."""

    IMPROVED = "improved"
    SAME = "same"
    DECLINED = "declined"
    NEW = "new"  # asked now; neither it nor one like it was asked then
    GONE = "no-longer-asked"
    APPLIES_NOW = "applies-now"
    APPLIES_NO_LONGER = "applies-no-longer"
    NEVER_APPLIED = "never-applied"  # not applicable then and now
    UNKNOWN = "not-answered"  # then, or now, or both times


CHANGE_WORDS: dict[Change, str] = {
    Change.IMPROVED: "Improved",
    Change.SAME: "Same",
    Change.DECLINED: "Declined",
    Change.NEW: "New",
    Change.GONE: "No longer asked",
    Change.APPLIES_NOW: "Applies now",
    Change.APPLIES_NO_LONGER: "No longer applies",
    Change.NEVER_APPLIED: "Did not apply then or now",
    Change.UNKNOWN: "Not answered",
}
COMPARED = (Change.IMPROVED, Change.SAME, Change.DECLINED)  # rated with a level that applies both times
APART = (Change.APPLIES_NOW, Change.APPLIES_NO_LONGER, Change.NEVER_APPLIED)
COLUMNS: dict[str, tuple[str, tuple[Change, ...]]] = {  # of the tables: what each says, and which kinds it counts
    **{change.value: (CHANGE_WORDS[change], (change,)) for change in (*COMPARED, Change.NEW, Change.GONE)},
    "not-applicable": ("Not applicable then or now", APART),
    Change.UNKNOWN.value: ("Not answered then or now", (Change.UNKNOWN,)),
}


class Given(NamedTuple):
    """What a unit answered: a level's key and class; both empty = not answered."""

    level_key: str
    level_class: str


class Place(NamedTuple):
    """A line of the tables: a statement of the later cycle, or one of the earlier cycle that nothing in the later one asks."""

    ref: str
    is_earlier: bool = False


class Step(NamedTuple):
    """One statement of one unit. `was`, `now`: level classes; None = not asked. `then_refs`: what it is compared with."""

    place: Place
    then_refs: tuple[str, ...]
    was: str | None
    now: str | None
    change: Change


@dataclass(frozen=True)
class Pairs:
    """Which statements of the earlier cycle stand behind those of the later one, and why."""

    before: Mapping[str, Sequence[str]]  # later ref -> earlier refs
    reasons: Mapping[tuple[str, str], str] = field(default_factory=dict)  # (earlier ref, later ref)
    home: Mapping[str, Place] = field(init=False)  # earlier ref -> the line that tells it is no longer asked

    def __post_init__(self) -> None:
        home: dict[str, Place] = {}
        for ref, earlier in self.before.items():
            for old in earlier:
                home.setdefault(old, Place(ref))
        object.__setattr__(self, "home", home)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two cycles: what it asked."""

    cycle: str
    title: str
    edition: str
    standards: Sequence[StandardInfo]
    statements: Sequence[StatementInfo]
    labels: Mapping[str, str]  # level key -> label


@dataclass(frozen=True, slots=True)
class Traveller:
    """A unit that answered at least once in the two cycles, by the names it has now (or had then)."""

    unit_id: int
    organisation: str  # slug in the partnership
    organisation_name: str
    unit: str  # slug; empty = the whole organisation
    unit_name: str
    sector: str
    then_reference: str  # of its latest submission; empty = none
    now_reference: str


@dataclass(frozen=True, slots=True)
class JourneyData:
    """Two cycles on one basis. Answers by unit and ref, of units that answered in both."""

    basis: Basis
    then: Side
    now: Side
    pairs: Pairs
    sectors: Sequence[SectorInfo]
    both: Sequence[Traveller]
    only_then: Sequence[Traveller]
    only_now: Sequence[Traveller]
    answers_then: Mapping[int, Mapping[str, Given]]
    answers_now: Mapping[int, Mapping[str, Given]]


@dataclass(frozen=True, slots=True)
class Tally:
    """How many steps of each kind."""

    counts: Mapping[Change, int]

    def of(self, *changes: Change) -> int:
        """How many of these kinds."""
        return sum(self.counts.get(change, 0) for change in changes)

    @property
    def compared(self) -> int:
        """How many were rated with a level that applies both times."""
        return self.of(*COMPARED)

    @property
    def asked_now(self) -> int:
        """How many were asked in the later cycle: all but those no longer asked."""
        return self.of(*Change) - self.of(Change.GONE)


@dataclass(frozen=True, slots=True)
class Journeys:
    """All counts of two cycles. A line of the earlier cycle stands under the earlier standard, marked as such."""

    data: JourneyData
    overall: Tally
    sectors: Sequence[tuple[SectorInfo, int, Tally]]  # with how many units answered in both
    standards: Sequence[tuple[StandardInfo, bool, Tally]]  # True: of the earlier cycle
    statements: Sequence[tuple[StatementInfo, bool, Tally]]


def together(classes: Sequence[str]) -> str:
    """What several earlier statements count as: the weakest that applies; unknown where an unanswered one could be weaker."""
    applicable = [one for one in classes if one != NOT_APPLICABLE]
    if not applicable:
        return NOT_APPLICABLE
    if UNANSWERED in applicable and "unmet" not in applicable:
        return UNANSWERED
    return min((one for one in applicable if one), key=RANK.__getitem__)


def change_of(was: str, now: str) -> Change:
    """What a move from one level class to another is; empty = not answered."""
    if UNANSWERED in (was, now):
        return Change.UNKNOWN
    if was == now:
        return Change.NEVER_APPLIED if now == NOT_APPLICABLE else Change.SAME
    if was == NOT_APPLICABLE:
        return Change.APPLIES_NOW
    if now == NOT_APPLICABLE:
        return Change.APPLIES_NO_LONGER
    return Change.IMPROVED if RANK[now] > RANK[was] else Change.DECLINED


def journey(then: Mapping[str, Given], now: Mapping[str, Given], pairs: Pairs) -> Iterator[Step]:
    """Every step of one unit: each statement asked now once, then each asked then that nothing asked now stands for."""
    seen: set[str] = set()
    for ref, given in now.items():
        behind = tuple(old for old in pairs.before.get(ref, ()) if old in then)
        if not behind:
            yield Step(Place(ref), (), None, given.level_class, Change.NEW)
            continue
        seen.update(behind)
        was = together([then[old].level_class for old in behind])
        yield Step(Place(ref), behind, was, given.level_class, change_of(was, given.level_class))
    for old, given in then.items():
        if old not in seen:
            yield Step(pairs.home.get(old) or Place(old, True), (old,), given.level_class, None, Change.GONE)


def steps_of(data: JourneyData, unit_id: int) -> Iterator[Step]:
    """Every step of one unit of the dataset."""
    yield from journey(data.answers_then[unit_id], data.answers_now[unit_id], data.pairs)


def compute(data: JourneyData, sector: str = "") -> Journeys:
    """All counts; with `sector`, of that sector's units only (the table of sectors always has them all)."""
    by_place: defaultdict[Place, Counter[Change]] = defaultdict(Counter)
    by_sector: defaultdict[str, Counter[Change]] = defaultdict(Counter)
    for unit in data.both:
        is_wanted = sector in ("", unit.sector)
        counted = by_sector[unit.sector]
        for step in steps_of(data, unit.unit_id):
            counted[step.change] += 1
            if is_wanted:
                by_place[step.place][step.change] += 1
    units = Counter(unit.sector for unit in data.both)
    lines = [(s, False) for s in data.now.statements] + [(s, True) for s in data.then.statements if Place(s.ref, True) in by_place]
    statements = [(s, is_earlier, Tally(by_place.get(Place(s.ref, is_earlier), {}))) for s, is_earlier in lines]
    return Journeys(
        data=data,
        overall=_sum(tally for _, _, tally in statements),
        sectors=[(s, units[s.key], Tally(by_sector.get(s.key, {}))) for s in data.sectors],
        standards=_standards(data, statements),
        statements=statements,
    )


def _standards(data: JourneyData, statements: Sequence[tuple[StatementInfo, bool, Tally]]) -> list[tuple[StandardInfo, bool, Tally]]:
    found = []
    for side, is_earlier in ((data.now, False), (data.then, True)):
        for standard in side.standards:
            tallies = [t for s, earlier, t in statements if earlier == is_earlier and s.standard_ref == standard.ref]
            if tallies or not is_earlier:
                found.append((standard, is_earlier, _sum(tallies)))
    return found


def _sum(tallies: Collection[Tally] | Iterator[Tally]) -> Tally:
    total: Counter[Change] = Counter()
    for tally in tallies:
        total.update(tally.counts)
    return Tally(total)
