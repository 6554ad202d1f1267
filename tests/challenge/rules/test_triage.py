"""What is worth reading first: each reason at its edge, and the order."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from section11.challenge.rules.triage import Counted, Found, Pool, Reason, in_reading_order, pools, reasons_for


def counted(key: int = 1, met: int = 4, rated: int = 10, **more: object) -> Counted:
    return Counted(key, "school", met, rated, **{"with_evidence": 1, **more})


def reasons(one: Counted, *others: Counted) -> list[Reason]:
    return [found.reason for found in reasons_for(one, pools([one, *others]))]


def test_all_met_without_evidence_is_the_first_thing_to_read() -> None:
    assert reasons(counted(met=10, with_evidence=0)) == [Reason.NO_EVIDENCE]
    assert reasons(counted(met=10, with_evidence=1)) == []
    assert reasons(counted(met=9, with_evidence=0)) == []


def test_a_return_in_which_nothing_applies_is_not_all_met() -> None:
    assert reasons(counted(met=0, rated=0, with_evidence=0)) == []


@pytest.mark.parametrize(
    ("same", "texts", "is_copied"), [(0, 0, False), (0, 4, False), (1, 4, False), (2, 4, True), (3, 5, True), (1, 1, True)]
)
def test_half_of_the_texts_as_last_time_or_more_is_copied(same: int, texts: int, is_copied: bool) -> None:
    assert (Reason.COPIED in reasons(counted(texts=texts, texts_unchanged=same))) is is_copied


def test_a_new_lead_and_the_sample_are_reasons() -> None:
    assert reasons(counted(new_lead=True, sampled=True)) == [Reason.NEW_LEAD, Reason.SAMPLE]


def test_far_from_its_sector_is_a_fifth_or_more_in_either_direction() -> None:
    sectors = {"school": Pool(returns=5, met=60, rated=100)}
    for met, is_far in [(40, True), (41, False), (79, False), (80, True)]:
        found = reasons_for(Counted(1, "school", met, 100, with_evidence=1), sectors)
        assert [one.reason for one in found] == ([Reason.FAR] if is_far else [])


def test_the_distance_is_exact() -> None:
    third = {"school": Pool(returns=9, met=1, rated=3)}
    assert Fraction(1, 3) + Fraction(1, 5) == Fraction(8, 15)
    assert [f.reason for f in reasons_for(Counted(1, "school", 8, 15, with_evidence=1), third)] == [Reason.FAR]
    assert reasons_for(Counted(1, "school", 7_999, 15_000, with_evidence=1), third) == ()


def test_nothing_is_said_where_fewer_than_five_of_a_sector_answered() -> None:
    far, others = counted(met=0), [counted(key, met=10) for key in range(2, 6)]
    assert reasons(far, *others) == [Reason.FAR]
    assert reasons(far, *others[:3]) == []
    elsewhere = [Counted(key, "charity", 10, 10, with_evidence=1) for key in range(7, 12)]
    assert reasons(far, *others[:3], *elsewhere) == []


def test_a_return_that_rated_nothing_is_not_of_the_pool() -> None:
    assert pools([counted(), counted(2, 0, 0)]) == {"school": Pool(1, 4, 10)}


def test_most_reasons_first_then_the_strongest_then_as_they_came() -> None:
    new, copied, sample = Found(Reason.NEW_LEAD), Found(Reason.COPIED), Found(Reason.SAMPLE)
    assert in_reading_order({1: (), 2: (new,), 3: (), 4: (copied,), 5: (new, sample), 6: (new,)}) == [5, 4, 2, 6, 1, 3]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), min_size=1, max_size=40))
def test_no_return_is_lost_and_a_pool_is_the_sum_of_its_returns(given_counts: list[tuple[int, int]]) -> None:
    rows = [Counted(key, "school", min(a, b), max(a, b), with_evidence=1) for key, (a, b) in enumerate(given_counts)]
    found = pools(rows)
    assert sum(pool.rated for pool in found.values()) == sum(row.rated for row in rows)
    assert sorted(in_reading_order({row.key: reasons_for(row, found) for row in rows})) == list(range(len(rows)))
