"""Between which met shares the middle half of a sector lies. Pure; never says whose a share is."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from section11.analysis.figures.shares import Share, rounded_percent

FEWEST_OTHERS = 5  # organisations besides one's own: with fewer, a share could be guessed to be somebody's


@dataclass(frozen=True, slots=True)
class OtherShare:
    """The met share of one return on one standard. `organisation` tells returns of one organisation from those of others."""

    organisation: int
    standard: str
    met: Share


@dataclass(frozen=True, slots=True)
class MiddleHalf:
    """The lower and the upper quartile, exact; `organisations` is how many others stand behind them."""

    lower: Fraction
    upper: Fraction
    organisations: int

    @property
    def words(self) -> str:
        """`60% to 85%`, each rounded half up."""
        return f"{rounded_percent(self.lower)}% to {rounded_percent(self.upper)}%"


def quartile(values: Sequence[Fraction], number: int) -> Fraction:
    """The lower (1) or upper (3) quartile, exact.

    With n values in order and the lowest at place 0, it stands at place (n - 1) x number / 4; between two places it lies that
    part of the way from the one value to the next. Spreadsheets call this QUARTILE.INC.
    """
    ordered = sorted(values)
    place = Fraction((len(ordered) - 1) * number, 4)
    below = int(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (ordered[above] - ordered[below]) * (place - below)


def middle_halves(shares: Iterable[OtherShare]) -> Mapping[str, MiddleHalf]:
    """By standard, where at least five other organisations rated anything that applies; elsewhere nothing."""
    values: defaultdict[str, list[Fraction]] = defaultdict(list)
    whose: defaultdict[str, set[int]] = defaultdict(set)
    for one in shares:
        if one.met.value is not None:
            values[one.standard].append(one.met.value)
            whose[one.standard].add(one.organisation)
    return {
        standard: MiddleHalf(quartile(values[standard], 1), quartile(values[standard], 3), len(organisations))
        for standard, organisations in whose.items()
        if len(organisations) >= FEWEST_OTHERS
    }
