"""Exact shares, and how they are rounded for display. Source: DOMAIN, "What must be true", 3."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction

from section11.analysis.dataset import BandInfo, LevelInfo


@dataclass(frozen=True, slots=True)
class Share:
    """A fraction with both its parts. `value` is None where the denominator is 0: unknown is not zero."""

    numerator: int | Fraction
    denominator: int | Fraction

    @property
    def value(self) -> Fraction | None:
        """Exact, 0 to 1."""
        return Fraction(self.numerator, self.denominator) if self.denominator else None

    @property
    def as_float(self) -> float | None:
        """For files."""
        return None if self.value is None else float(self.value)

    @property
    def percent(self) -> int | None:
        """Rounded half up, for display only."""
        return None if self.value is None else rounded_percent(self.value)


def rounded_percent(value: Fraction) -> int:
    """A whole percentage, half up: 0.125 is 13, 0.796 is 80 (while its band is decided on 0.796)."""
    return int((value * 200 + 1) // 2)


def met_share(counts: Mapping[str, int], levels: Iterable[LevelInfo]) -> Share:
    """Statements rated in a *met* class ÷ statements applicable and answered.

    `counts`: statements by level key; unanswered (empty key) and not applicable stay out of both.
    """
    met = applicable = 0
    for level in levels:
        number = counts.get(level.key, 0)
        applicable += number if level.level_class != "not_applicable" else 0
        met += number if level.level_class == "met" else 0
    return Share(met, applicable)


def points_share(counts: Mapping[str, int], levels: Iterable[LevelInfo]) -> Share | None:
    """Points ÷ the most points possible over applicable answered statements; None where the scale has no points."""
    applicable = [(level, counts.get(level.key, 0)) for level in levels if level.level_class != "not_applicable"]
    if not applicable or any(level.points is None for level, _ in applicable):
        return None
    worth = [(Fraction(str(level.points or 0)), number) for level, number in applicable]
    most = max(points for points, _ in worth)
    return Share(sum((points * n for points, n in worth), Fraction(0)), most * sum(n for _, n in worth))


def band_of(share: Share, bands: Iterable[BandInfo]) -> BandInfo | None:
    """The band with the highest floor that the exact share reaches; None when nothing was applicable."""
    value = share.value
    if value is None:
        return None
    reached = [band for band in bands if value >= band.at_least]
    return max(reached, key=lambda band: band.at_least, default=None)
