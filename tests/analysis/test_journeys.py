"""Every rule of journeys. None needs a database."""

from collections import Counter

import pytest
from hypothesis import given as generated
from hypothesis import strategies as st

from section11.analysis.journeys import Change, Pairs, Place, Step, change_of, compute, journey, steps_of, together
from tests.factories.journeys import Ratings, given, journey_data, same_refs

MOVES = [
    ("unmet", "partial", Change.IMPROVED),
    ("unmet", "met", Change.IMPROVED),
    ("partial", "met", Change.IMPROVED),
    ("met", "met", Change.SAME),
    ("partial", "partial", Change.SAME),
    ("unmet", "unmet", Change.SAME),
    ("met", "partial", Change.DECLINED),
    ("met", "unmet", Change.DECLINED),
    ("partial", "unmet", Change.DECLINED),
    ("not_applicable", "met", Change.APPLIES_NOW),
    ("not_applicable", "unmet", Change.APPLIES_NOW),
    ("met", "not_applicable", Change.APPLIES_NO_LONGER),
    ("unmet", "not_applicable", Change.APPLIES_NO_LONGER),
    ("not_applicable", "not_applicable", Change.NEVER_APPLIED),
    ("", "", Change.UNKNOWN),
    ("", "met", Change.UNKNOWN),
    ("met", "", Change.UNKNOWN),
    ("", "unmet", Change.UNKNOWN),
    ("not_applicable", "", Change.UNKNOWN),
    ("", "not_applicable", Change.UNKNOWN),
]


@pytest.mark.parametrize(("was", "now", "change"), MOVES)
def test_the_classes_decide_what_a_move_is(was: str, now: str, change: Change) -> None:
    assert change_of(was, now) == change


@pytest.mark.parametrize(
    ("classes", "counts_as"),
    [
        (["met"], "met"),
        ([""], ""),
        (["met", "partial"], "partial"),
        (["partial", "unmet", "met"], "unmet"),
        (["met", "not_applicable"], "met"),
        (["not_applicable", "not_applicable"], "not_applicable"),
        (["met", ""], ""),
        (["partial", ""], ""),
        (["unmet", ""], "unmet"),
        (["not_applicable", ""], ""),
        (["not_applicable", "", "unmet"], "unmet"),
    ],
)
def test_several_count_as_the_weakest_that_applies(classes: list[str], counts_as: str) -> None:
    assert together(classes) == counts_as
    assert together(classes[::-1]) == counts_as


def steps(then: Ratings, now: Ratings, pairs: Pairs) -> list[tuple[str, bool, Change]]:
    found = journey(given(then), given(now), pairs)
    return sorted((step.place.ref, step.place.is_earlier, step.change) for step in found)


def test_what_was_not_asked_of_the_unit_before_is_new_and_what_is_not_asked_now_is_gone() -> None:
    pairs = same_refs("1.1", "1.2", "1.3")
    assert steps({"1.1": "met", "1.2": "met"}, {"1.1": "met", "1.3": "unmet"}, pairs) == [
        ("1.1", False, Change.SAME),
        ("1.2", False, Change.GONE),
        ("1.3", False, Change.NEW),
    ]


def test_a_new_statement_is_new_even_where_it_was_left_alone() -> None:
    assert steps({}, {"1.1": ""}, same_refs("1.1")) == [("1.1", False, Change.NEW)]


def test_without_any_pair_everything_is_new_or_gone() -> None:
    assert steps({"1.1": "met"}, {"1.1": "met"}, Pairs({})) == [("1.1", False, Change.NEW), ("1.1", True, Change.GONE)]


def test_one_earlier_statement_is_compared_with_each_later_one() -> None:
    pairs = Pairs({"2.1": ["1.1"], "2.2": ["1.1"]})
    assert steps({"1.1": "partial"}, {"2.1": "met", "2.2": "unmet"}, pairs) == [
        ("2.1", False, Change.IMPROVED),
        ("2.2", False, Change.DECLINED),
    ]


def test_several_earlier_statements_are_compared_as_one_with_the_later_one() -> None:
    pairs = Pairs({"2.1": ["1.1", "1.2"]})
    found = list(journey(given({"1.1": "met", "1.2": "unmet"}), given({"2.1": "partial"}), pairs))
    assert found == [Step(Place("2.1"), ("1.1", "1.2"), "unmet", "partial", Change.IMPROVED)]


def test_of_several_earlier_statements_only_those_asked_of_the_unit_stand_behind_the_later_one() -> None:
    pairs = Pairs({"2.1": ["1.1", "1.2"]})
    found = list(journey(given({"1.1": "met"}), given({"2.1": "met"}), pairs))
    assert found == [Step(Place("2.1"), ("1.1",), "met", "met", Change.SAME)]


def test_what_is_no_longer_asked_is_told_once_on_the_line_of_the_first_that_it_is_paired_with() -> None:
    pairs = Pairs({"2.1": ["1.1"], "2.2": ["1.1"]})
    assert steps({"1.1": "met"}, {}, pairs) == [("2.1", False, Change.GONE)]
    assert steps({"1.1": "met"}, {"2.2": "met"}, pairs) == [("2.2", False, Change.SAME)]


def test_counts_stand_by_statement_standard_and_sector() -> None:
    data = journey_data(
        ("school", {"1.1": "unmet", "1.2": "met"}, {"1.1": "met", "1.2": "met"}),
        ("police", {"1.1": "met", "2.1": "met"}, {"1.1": "partial", "2.1": "na"}),
    )
    found = compute(data)
    assert dict(found.overall.counts) == {Change.IMPROVED: 1, Change.SAME: 1, Change.DECLINED: 1, Change.APPLIES_NO_LONGER: 1}
    assert found.overall.compared == 3
    assert {s.key: (units, dict(tally.counts)) for s, units, tally in found.sectors} == {
        "school": (1, {Change.IMPROVED: 1, Change.SAME: 1}),
        "police": (1, {Change.DECLINED: 1, Change.APPLIES_NO_LONGER: 1}),
    }
    assert {s.ref: dict(tally.counts) for s, _, tally in found.standards} == {
        "1": {Change.IMPROVED: 1, Change.SAME: 1, Change.DECLINED: 1},
        "2": {Change.APPLIES_NO_LONGER: 1},
    }
    assert {s.ref: dict(tally.counts) for s, _, tally in found.statements}["1.1"] == {Change.IMPROVED: 1, Change.DECLINED: 1}


def test_a_sector_by_itself_counts_its_own_units_and_still_lists_the_others() -> None:
    data = journey_data(("school", {"1.1": "unmet"}, {"1.1": "met"}), ("police", {"1.1": "met"}, {"1.1": "met"}))
    found = compute(data, "police")
    assert dict(found.overall.counts) == {Change.SAME: 1}
    assert [(s.key, units) for s, units, _ in found.sectors] == [("school", 1), ("police", 1)]


def test_what_nothing_asks_any_more_stands_under_its_earlier_standard() -> None:
    data = journey_data(("school", {"9.1": "met"}, {"1.1": "met"}), pairs=Pairs({}), then=["9.1"], now=["1.1"])
    found = compute(data)
    assert [(s.ref, is_earlier, dict(t.counts)) for s, is_earlier, t in found.statements] == [
        ("1.1", False, {Change.NEW: 1}),
        ("9.1", True, {Change.GONE: 1}),
    ]
    assert [(s.ref, is_earlier) for s, is_earlier, _ in found.standards] == [("1", False), ("9", True)]


def test_a_statement_that_nobody_was_asked_twice_has_its_line_with_nothing_in_it() -> None:
    found = compute(journey_data(("school", {"1.1": "met"}, {"1.1": "met"}), then=["1.1"], now=["1.1", "1.2"], pairs=same_refs("1.1")))
    assert [(s.ref, t.of(*Change)) for s, _, t in found.statements] == [("1.1", 1), ("1.2", 0)]


REFS = ["1.1", "1.2", "2.1", "2.2", "3.1"]
ratings = st.dictionaries(st.sampled_from(REFS), st.sampled_from(["met", "partial", "unmet", "na", ""]))
any_pairs = st.dictionaries(st.sampled_from(REFS), st.lists(st.sampled_from(REFS), unique=True)).map(Pairs)
units = st.lists(st.tuples(st.sampled_from(["school", "police"]), ratings, ratings), max_size=4)


@generated(units=units, pairs=any_pairs)
def test_the_counts_add_up_to_what_was_asked_in_either_cycle(units: list[tuple[str, Ratings, Ratings]], pairs: Pairs) -> None:
    data = journey_data(*units, pairs=pairs, then=REFS, now=REFS)
    found = compute(data)
    everything = [step for unit in data.both for step in steps_of(data, unit.unit_id)]
    # what is asked now: each statement of each unit once
    assert found.overall.asked_now == sum(len(now) for _, _, now in units)
    # what was asked then: compared with something asked now, or told to be gone, and never both
    for number, (_, then, _) in enumerate(units, 1):
        own = list(steps_of(data, number))
        compared = {ref for step in own if step.change != Change.GONE for ref in step.then_refs}
        gone = [ref for step in own if step.change == Change.GONE for ref in step.then_refs]
        assert len(set(gone)) == len(gone)
        assert compared | set(gone) == set(then)
        assert compared.isdisjoint(gone)
    # every table has the same sum, and so have the rows
    total = Counter(step.change for step in everything)
    for tallies in ([t for _, _, t in found.statements], [t for _, _, t in found.standards], [t for _, _, t in found.sectors]):
        assert sum((Counter(t.counts) for t in tallies), Counter[Change]()) == total
    assert Counter(found.overall.counts) == total


@generated(then=ratings, now=ratings)
def test_on_one_edition_a_journey_and_its_way_back_mirror_each_other(then: Ratings, now: Ratings) -> None:
    there, back = (Counter(step.change for step in journey(given(a), given(b), same_refs(*REFS))) for a, b in ((then, now), (now, then)))
    mirror = {
        Change.IMPROVED: Change.DECLINED,
        Change.NEW: Change.GONE,
        Change.APPLIES_NOW: Change.APPLIES_NO_LONGER,
        **{one: one for one in (Change.SAME, Change.UNKNOWN, Change.NEVER_APPLIED)},
    }
    for one, other in mirror.items():
        assert (there[one], there[other]) == (back[other], back[one])
