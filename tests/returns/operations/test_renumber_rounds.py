from datetime import timedelta

import pytest

from section11.directory.models import Unit
from section11.returns.models import Return
from section11.returns.operations.renumber_rounds import renumber_rounds
from section11.standards.models import Edition
from tests.factories.directory import make_unit
from tests.factories.returns import AT, make_answering_edition
from tests.queries import assert_queries_below

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition() -> Edition:
    return make_answering_edition()


def made(unit: Unit, edition: Edition, *days_and_rounds: tuple[int, int]) -> list[Return]:
    return [
        Return.objects.create(unit=unit, edition=edition, round=number, created_at=AT + timedelta(days=days))
        for days, number in days_and_rounds
    ]


def rounds(rows: list[Return]) -> list[int]:
    return [Return.objects.values_list("round", flat=True).get(pk=row.pk) for row in rows]


def test_rounds_are_counted_in_the_order_in_which_returns_began(edition: Edition) -> None:
    unit, other = make_unit(), make_unit()
    mine = made(unit, edition, (0, 1), (700, 2), (-700, 3))
    theirs = made(other, edition, (0, 1), (700, 2))
    assert renumber_rounds([unit.pk, other.pk], [edition.pk]) == 3
    assert rounds(mine) == [2, 3, 1]
    assert rounds(theirs) == [1, 2]
    assert renumber_rounds([unit.pk, other.pk], [edition.pk]) == 0


def test_editions_of_one_tool_are_counted_together_and_others_not_at_all(edition: Edition) -> None:
    unit, newer, elsewhere = make_unit(), make_answering_edition(edition="2031.1"), make_answering_edition(tool="another-tool")
    [last] = made(unit, newer, (0, 1))
    [first] = made(unit, edition, (-700, 2))
    [apart] = made(unit, elsewhere, (-900, 1))
    renumber_rounds([unit.pk], [edition.pk, newer.pk])
    assert rounds([first, last, apart]) == [1, 2, 1]


def test_it_takes_the_same_statements_whatever_the_number(edition: Edition) -> None:
    units = [make_unit() for _ in range(30)]
    for unit in units:
        made(unit, edition, (0, 1), (-700, 2))
    with assert_queries_below(3):
        assert renumber_rounds([unit.pk for unit in units], [edition.pk]) == 60
