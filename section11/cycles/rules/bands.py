"""What a cycle's bands must be. A band is a partnership's word for a range of met shares."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from section11.lib.words import free_slug, same_name, slug

MOST_BANDS = 10


@dataclass(frozen=True, slots=True)
class BandWording:
    """One band as written: it holds shares of at least so many per cent, up to the next higher band."""

    label: str
    at_least: Decimal
    follow_up: bool = False


DEFAULT_BANDS: tuple[BandWording, ...] = (
    BandWording("Fully met", Decimal(100)),
    BandWording("Mostly met", Decimal(80)),
    BandWording("Partly met", Decimal(60)),
    BandWording("Support needed", Decimal(0), follow_up=True),
)


def band_problems(bands: Sequence[BandWording]) -> dict[str, str]:
    """Everything that is wrong with these bands, by field (`label-2`, `at-least-0`, or "" for the whole)."""
    problems: dict[str, str] = {}
    if len(bands) > MOST_BANDS:
        problems[""] = f"Keep to {MOST_BANDS} bands or fewer"
    if all(band.at_least != 0 for band in bands):
        problems.setdefault("", "One band must start at 0, so that every return falls in a band")
    labels: set[str] = set()
    starts: set[Decimal] = set()
    for place, band in enumerate(bands):
        label = same_name(band.label)
        if not label:
            problems[f"label-{place}"] = "Enter a name for this band, or clear its percentage to remove it"
        elif len(band.label) > 100:
            problems[f"label-{place}"] = "Keep the name of this band to 100 characters or fewer"
        elif label in labels:
            problems[f"label-{place}"] = f"Give this band another name: {band.label.strip()} is there already"
        if not band.at_least.is_finite() or not 0 <= band.at_least <= 100:
            problems[f"at-least-{place}"] = "Enter a percentage from 0 to 100"
        elif band.at_least != band.at_least.quantize(Decimal("0.0001")):
            problems[f"at-least-{place}"] = "Enter a percentage with at most 4 decimal places"
        elif band.at_least in starts:
            problems[f"at-least-{place}"] = f"Another band starts at {band.at_least.normalize():f} already: enter a different percentage"
        labels.add(label)
        starts.add(band.at_least)
    return problems


def in_order(bands: Sequence[BandWording]) -> list[tuple[str, BandWording]]:
    """The bands from the highest down, each with a key made of its name."""
    keyed: list[tuple[str, BandWording]] = []
    for band in sorted(bands, key=lambda b: -b.at_least):
        keyed.append((free_slug(slug(band.label, 36), [key for key, _ in keyed]), band))
    return keyed
