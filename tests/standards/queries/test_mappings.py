import pytest

from section11.standards.queries.mappings import explicit_pairs, mapped_statements, mapping_hashes
from section11.standards.rules.mapping import MappedPair
from tests.factories.mappings import PAIRS, make_mapping, other_edition
from tests.factories.standards import make_edition
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db
KEYS = ["1.1", "1.2", "2.1", "2.2"]


def test_explicit_pairs_are_read_in_both_directions() -> None:
    small, other = make_edition(), other_edition()
    make_mapping()
    there = mapped_statements(small.pk, other.pk)
    assert [(p.from_ref, p.to_ref) for p in there] == [("2.1", "1.1"), ("2.1", "1.2"), ("1.1", "2.1"), ("1.2", "2.1")]
    back = mapped_statements(other.pk, small.pk)
    assert [(p.from_ref, p.to_ref) for p in back] == [("2.1", "1.1"), ("2.1", "1.2"), ("1.1", "2.1"), ("1.2", "2.1")]
    assert {p.reason for p in back} == {pair["reason"] for pair in PAIRS}


def test_the_newest_mapping_counts_whichever_way_round_it_was_written() -> None:
    small, other = make_edition(), other_edition()
    make_mapping()
    make_mapping(**{"from": "other-tool/2026.1", "to": "small-tool/2026.1", "pairs": [{"from": "2.2", "to": "1.1", "reason": "Alike."}]})
    assert mapped_statements(small.pk, other.pk) == (MappedPair("1.1", "2.2", "Alike."),)
    make_mapping(title="The same pairs under another title")
    assert len(mapped_statements(small.pk, other.pk)) == len(PAIRS)


def test_two_editions_of_one_tool_share_their_keys() -> None:
    small, next_one = make_edition(), make_edition(edition="2027.1")
    assert mapped_statements(small.pk, next_one.pk) == tuple(MappedPair(ref, ref) for ref in KEYS)


def test_an_edition_is_paired_with_itself() -> None:
    small = make_edition()
    assert mapped_statements(small.pk, small.pk) == tuple(MappedPair(ref, ref) for ref in KEYS)


def test_nothing_joins_two_tools_without_a_mapping_and_nothing_is_found_of_what_is_not_there() -> None:
    small, other = make_edition(), other_edition()
    assert mapped_statements(small.pk, other.pk) == ()
    assert mapped_statements(small.pk, 0) == ()


def test_a_mapping_is_read_once_and_the_newest_is_looked_up_each_time(assert_queries: AssertQueries) -> None:
    small, other = make_edition(), other_edition()
    mapping = make_mapping()
    mapped_statements(small.pk, other.pk)
    with assert_queries(1):
        mapped_statements(other.pk, small.pk)
    assert len(explicit_pairs(mapping.pk, mapping.content_hash, from_edition=small.pk)) == len(PAIRS)


def test_hashes_are_those_of_the_newest_mapping_each_way_round(assert_queries: AssertQueries) -> None:
    make_edition(), other_edition()
    make_mapping(title="An earlier one")
    there = make_mapping()
    back = make_mapping(
        **{"from": "other-tool/2026.1", "to": "small-tool/2026.1", "pairs": [{"from": "2.2", "to": "1.1", "reason": "Alike."}]}
    )
    with assert_queries(1):
        told = mapping_hashes()
    small, other = "small-tool/2026.1", "other-tool/2026.1"
    assert told == {(small, other): there.content_hash, (other, small): back.content_hash}
