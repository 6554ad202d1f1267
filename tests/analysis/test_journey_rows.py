"""Every number of the journeys is as many rows as it says."""

from typing import Any

from section11.analysis.journey_rows import WantedSteps, journey_rows
from section11.analysis.journeys import COLUMNS, Change, Pairs, Place, compute
from tests.factories.journeys import journey_data

DATA = journey_data(
    ("school", {"1.1": "unmet", "1.2": "met", "9.1": "met"}, {"1.1": "met", "1.2": "na", "2.1": ""}),
    ("school", {"1.1": "met", "1.2": "met"}, {"1.1": "partial", "1.2": "met", "2.1": "met"}),
    ("police", {"1.1": "na", "1.2": ""}, {"1.1": "na", "1.2": "met"}),
    pairs=Pairs({"1.1": ["1.1"], "1.2": ["1.2"], "2.1": ["2.1"]}),
    then=["1.1", "1.2", "2.1", "9.1"],
    now=["1.1", "1.2", "2.1"],
)


def cited(**wanted: Any) -> int:
    return sum(len(row.steps) for row in journey_rows(DATA, WantedSteps(**wanted)))


def test_each_count_of_each_table_is_as_many_statements() -> None:
    told = compute(DATA)
    for key, (_, changes) in COLUMNS.items():
        assert cited(change=key) == told.overall.of(*changes)
        for statement, is_earlier, tally in told.statements:
            assert cited(change=key, statement=Place(statement.ref, is_earlier)) == tally.of(*changes)
        for standard, is_earlier, tally in told.standards:
            assert cited(change=key, standard=Place(standard.ref, is_earlier)) == tally.of(*changes)
        for sector, _, tally in told.sectors:
            assert cited(change=key, sector=sector.key) == tally.of(*changes)


def test_one_kind_by_itself_can_be_wanted_and_an_unknown_one_finds_nobody() -> None:
    assert cited(change=Change.NEVER_APPLIED.value) == 1
    assert cited(change="better") == 0


def test_units_are_found_without_any_statement() -> None:
    assert [row.unit.unit_id for row in journey_rows(DATA, WantedSteps(who="both", sector="school"))] == [1, 2]
    assert journey_rows(DATA, WantedSteps(who="then")) == []
