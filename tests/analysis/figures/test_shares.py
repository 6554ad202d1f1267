from collections.abc import Mapping
from fractions import Fraction

import pytest

from section11.analysis.dataset import BandInfo, LevelInfo
from section11.analysis.figures.shares import Share, band_of, met_share, points_share, rounded_percent

SCALE = [
    LevelInfo("met", "Met", "met", 2, False),
    LevelInfo("partial", "Partially met", "partial", 1, True),
    LevelInfo("unmet", "Not met", "unmet", 0, True),
    LevelInfo("na", "Not applicable", "not_applicable", None, False),
]
BANDS = [
    BandInfo("support-needed", "Support needed", Fraction(0), True),
    BandInfo("fully-met", "Fully met", Fraction(1), False),
    BandInfo("mostly-met", "Mostly met", Fraction(80, 100), False),
]


@pytest.mark.parametrize(
    ("value", "percent"),
    [(Fraction(0), 0), (Fraction(1, 8), 13), (Fraction(1, 200), 1), (Fraction(796, 1000), 80), (Fraction(1, 3), 33), (Fraction(1), 100)],
)
def test_display_rounds_half_up(value: Fraction, percent: int) -> None:
    assert rounded_percent(value) == percent


@pytest.mark.parametrize(
    ("counts", "numerator", "denominator"),
    [
        ({"met": 3, "partial": 1}, 3, 4),
        ({"met": 3, "partial": 1, "na": 5, "": 7}, 3, 4),
        ({"unmet": 2}, 0, 2),
        ({"na": 5, "": 7}, 0, 0),
        ({}, 0, 0),
    ],
)
def test_what_is_not_applicable_or_not_answered_leaves_the_denominator(counts: Mapping[str, int], numerator: int, denominator: int) -> None:
    share = met_share(counts, SCALE)
    assert (share.numerator, share.denominator) == (numerator, denominator)
    assert share.value == (Fraction(numerator, denominator) if denominator else None)


def test_several_levels_may_be_of_one_class_wherever_they_stand() -> None:
    scale = [LevelInfo(str(n), "", cls, n, False) for n, cls in ((1, "unmet"), (2, "partial"), (3, "met"), (4, "met"))]
    assert met_share({"1": 1, "3": 1, "4": 2}, scale).value == Fraction(3, 4)
    assert points_share({"1": 1, "3": 1, "4": 2}, scale) == Share(Fraction(12), 16)


def test_points_are_of_the_most_that_applicable_answers_could_have() -> None:
    share = points_share({"met": 1, "partial": 1, "na": 3, "": 2}, SCALE)
    assert share is not None
    assert share.value == Fraction(3, 4)


def test_a_scale_without_points_has_no_points_share_and_parts_of_points_are_exact() -> None:
    without = [LevelInfo("met", "Met", "met", None, False), LevelInfo("unmet", "Not met", "unmet", None, False)]
    assert points_share({"met": 1}, without) is None
    parts = [LevelInfo("a", "A", "met", 0.3, False), LevelInfo("b", "B", "partial", 0.1, False)]
    share = points_share({"a": 2, "b": 1}, parts)
    assert share is not None
    assert share.value == Fraction(7, 9)


@pytest.mark.parametrize(
    ("share", "key"),
    [
        (Share(1, 1), "fully-met"),
        (Share(999, 1000), "mostly-met"),
        (Share(4, 5), "mostly-met"),
        (Share(796, 1000), "support-needed"),
        (Share(0, 9), "support-needed"),
    ],
)
def test_bands_are_decided_on_the_exact_share(share: Share, key: str) -> None:
    band = band_of(share, BANDS)
    assert band is not None
    assert band.key == key


def test_nothing_applicable_is_in_no_band() -> None:
    assert band_of(Share(0, 0), BANDS) is None
    assert band_of(Share(1, 2), []) is None
