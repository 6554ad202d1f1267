"""Every figure of a cycle, from its dataset. Pure; shares are pooled over ratings, not averaged over returns."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from section11.analysis.dataset import Approached, BandInfo, Dataset, SectorInfo, StandardInfo, StatementInfo
from section11.analysis.figures.shares import Share, band_of, met_share, points_share

FEWEST_ANSWERS = 5  # a statement with fewer is neither a strength nor a development area
LISTED = 5


@dataclass(frozen=True, slots=True)
class Levels:
    """How often each level was given (level key -> statements, in the scale's order), how often none was, and the shares."""

    counts: Mapping[str, int]
    unanswered: int
    met: Share
    points: Share | None


@dataclass(frozen=True, slots=True)
class SectorFigures:
    """One sector: units approached and answered, and its ratings."""

    sector: SectorInfo
    response: Share
    levels: Levels


@dataclass(frozen=True, slots=True)
class StandardFigures:
    """One standard: its ratings in all, and by sector key."""

    standard: StandardInfo
    levels: Levels
    by_sector: Mapping[str, Levels]


@dataclass(frozen=True, slots=True)
class StatementFigures:
    """One statement: its ratings in all, and by sector key."""

    statement: StatementInfo
    levels: Levels
    by_sector: Mapping[str, Levels]


@dataclass(frozen=True, slots=True)
class ReturnFigures:
    """One answered return."""

    row: Approached
    levels: Levels
    band: BandInfo | None
    must_meet_missed: Sequence[str]
    without_action: Sequence[str]


@dataclass(frozen=True, slots=True)
class Figures:
    """All figures of a cycle on one basis."""

    dataset: Dataset
    units: Share  # answered ÷ approached
    organisations: Share  # with at least one unit answered ÷ approached
    complete: Share  # organisations of which every approached unit answered ÷ approached
    by_form: Mapping[str, int]
    levels: Levels
    sectors: Sequence[SectorFigures]
    bands: Sequence[tuple[BandInfo, int]]
    standards: Sequence[StandardFigures]
    statements: Sequence[StatementFigures]
    returns: Sequence[ReturnFigures]
    not_returned: Sequence[Approached]

    @property
    def response_rate(self) -> Share | None:
        """Answered ÷ approached units; None in a rolling cycle, where nobody was approached."""
        return None if self.dataset.rolling else self.units

    @property
    def follow_up(self) -> list[ReturnFigures]:
        """Returns whose band asks for follow-up."""
        return [r for r in self.returns if r.band and r.band.follow_up]

    @property
    def strengths(self) -> list[StatementFigures]:
        """The five statements with the highest met share, of those with at least five answers."""
        return sorted(self._ranked, key=lambda s: -(s.levels.met.value or 0))[:LISTED]

    @property
    def development_areas(self) -> list[StatementFigures]:
        """The five statements with the lowest met share, of those with at least five answers."""
        return sorted(self._ranked, key=lambda s: s.levels.met.value or 0)[:LISTED]

    @property
    def _ranked(self) -> list[StatementFigures]:
        return [s for s in self.statements if s.levels.met.denominator >= FEWEST_ANSWERS]


def compute(data: Dataset) -> Figures:
    """All figures of the dataset."""
    answered = [row for row in data.approached if row.reference]
    units_of: defaultdict[str, list[bool]] = defaultdict(list)
    for row in data.approached:
        units_of[row.organisation].append(bool(row.reference))
    returns = _returns(data, answered)
    in_band = Counter(r.band.key for r in returns if r.band)
    return Figures(
        dataset=data,
        units=Share(len(answered), len(data.approached)),
        organisations=Share(sum(any(units) for units in units_of.values()), len(units_of)),
        complete=Share(sum(all(units) for units in units_of.values()), len(units_of)),
        by_form=dict(Counter(row.form for row in answered)),
        levels=_levels(data, [(key, n) for (_, _, key), n in data.by_statement.items()]),
        sectors=_sectors(data),
        bands=[(band, in_band[band.key]) for band in data.bands],
        standards=_standards(data),
        statements=_statements(data),
        returns=returns,
        not_returned=[row for row in data.approached if not row.reference],
    )


def _levels(data: Dataset, counted: Sequence[tuple[str, int]]) -> Levels:
    """The ratings of (level key, number) pairs."""
    total: Counter[str] = Counter()
    for key, number in counted:
        total[key] += number
    return Levels(
        counts={level.key: total[level.key] for level in data.levels},
        unanswered=total[""],
        met=met_share(total, data.levels),
        points=points_share(total, data.levels),
    )


def _sectors(data: Dataset) -> list[SectorFigures]:
    counted: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for (_, sector, key), number in data.by_statement.items():
        counted[sector].append((key, number))
    approached = Counter(row.sector for row in data.approached)
    answered = Counter(row.sector for row in data.approached if row.reference)
    return [
        SectorFigures(sector, Share(answered[sector.key], approached[sector.key]), _levels(data, counted[sector.key]))
        for sector in data.sectors
    ]


def _standards(data: Dataset) -> list[StandardFigures]:
    standard_of = {s.ref: s.standard_ref for s in data.statements}
    grouped: defaultdict[str, defaultdict[str, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
    for (ref, sector, key), number in data.by_statement.items():
        grouped[standard_of[ref]][sector].append((key, number))
    return [StandardFigures(s, *_in_all_and_by_sector(data, grouped[s.ref])) for s in data.standards]


def _statements(data: Dataset) -> list[StatementFigures]:
    grouped: defaultdict[str, defaultdict[str, list[tuple[str, int]]]] = defaultdict(lambda: defaultdict(list))
    for (ref, sector, key), number in data.by_statement.items():
        grouped[ref][sector].append((key, number))
    return [StatementFigures(s, *_in_all_and_by_sector(data, grouped[s.ref])) for s in data.statements]


def _in_all_and_by_sector(data: Dataset, by_sector: Mapping[str, list[tuple[str, int]]]) -> tuple[Levels, dict[str, Levels]]:
    in_all = [pair for pairs in by_sector.values() for pair in pairs]
    return _levels(data, in_all), {sector: _levels(data, pairs) for sector, pairs in by_sector.items()}


def _returns(data: Dataset, answered: Sequence[Approached]) -> list[ReturnFigures]:
    counted: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for (invitation_id, key), number in data.by_return.items():
        counted[invitation_id].append((key, number))
    place = {s.ref: n for n, s in enumerate(data.statements)}
    missed: defaultdict[int, list[str]] = defaultdict(list)
    bare: defaultdict[int, list[str]] = defaultdict(list)
    for flag in sorted(data.flagged, key=lambda f: place[f.statement_ref]):
        if flag.must_meet_missed:
            missed[flag.invitation_id].append(flag.statement_ref)
        if flag.without_action:
            bare[flag.invitation_id].append(flag.statement_ref)
    found = []
    for row in answered:
        levels = _levels(data, counted[row.invitation_id])
        found.append(ReturnFigures(row, levels, band_of(levels.met, data.bands), missed[row.invitation_id], bare[row.invitation_id]))
    return found
