"""Quartiles, exactly, and when they are not shown."""

from fractions import Fraction
from statistics import quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from section11.analysis.figures.shares import Share
from section11.analysis.middle_half import MiddleHalf, OtherShare, middle_halves, quartile

FIVE = [Share(n, 10) for n in (2, 4, 5, 8, 10)]


def others(shares: list[Share], standard: str = "1") -> list[OtherShare]:
    """One return of each of as many organisations."""
    return [OtherShare(number, standard, share) for number, share in enumerate(shares)]


def test_the_quartiles_of_five_are_the_second_and_the_fourth() -> None:
    assert middle_halves(others(FIVE)) == {"1": MiddleHalf(Fraction(2, 5), Fraction(4, 5), 5)}


def test_between_two_shares_it_lies_the_same_part_of_the_way() -> None:
    values = [Fraction(0), Fraction(1, 3), Fraction(1, 2), Fraction(1)]
    assert quartile(values, 1) == Fraction(1, 4)  # place 3/4: three quarters of the way from 0 to 1/3
    assert quartile(values, 3) == Fraction(5, 8)  # place 9/4: a quarter of the way from 1/2 to 1


def test_with_four_others_nothing_is_shown() -> None:
    assert middle_halves(others(FIVE[:4])) == {}


def test_five_returns_of_four_organisations_are_four_others() -> None:
    assert middle_halves([*others(FIVE[:4]), OtherShare(0, "1", FIVE[4])]) == {}


def test_a_standard_that_did_not_apply_to_one_of_five_is_not_shown_though_another_is() -> None:
    rated = [*others(FIVE), *others([*FIVE[:4], Share(0, 0)], "2")]
    assert set(middle_halves(rated)) == {"1"}


def test_all_alike_is_a_half_without_width() -> None:
    assert middle_halves(others([Share(1, 1)] * 6))["1"].words == "100% to 100%"


def test_words_round_half_up() -> None:
    assert MiddleHalf(Fraction(1, 8), Fraction(5, 8), 5).words == "13% to 63%"


@given(st.lists(st.fractions(min_value=0, max_value=1, max_denominator=40), min_size=5, max_size=40))
def test_it_is_the_inclusive_quartile_of_the_textbooks_and_order_does_not_matter(values: list[Fraction]) -> None:
    lower, _, upper = quantiles(values, n=4, method="inclusive")
    assert float(quartile(values, 1)) == pytest.approx(float(lower))
    assert float(quartile(values, 3)) == pytest.approx(float(upper))
    assert quartile(values[::-1], 1) == quartile(values, 1) <= quartile(values, 3)
