import pytest

from section11.standards.models import Edition, Statement
from section11.standards.queries.counterparts import Nearness, comparable_editions, joined_statements, successors
from tests.factories.directory import make_partnership
from tests.factories.joined import map_editions
from tests.factories.standards import edition_document, make_edition
from tests.queries import AssertQueries

pytestmark = pytest.mark.django_db


def refs(edition: Edition) -> dict[int, str]:
    return dict(Statement.objects.filter(standard__edition=edition).values_list("pk", "ref"))


def followed(after: Edition, before: Edition) -> dict[str, list[str]]:
    """Earlier ref -> later refs."""
    old, new = refs(before), refs(after)
    return {old[pk]: [new[one] for one in later] for pk, later in successors({after.pk}, {before.pk}).items()}


def test_an_edition_is_its_own_successor() -> None:
    edition = make_edition()
    assert followed(edition, edition) == {ref: [ref] for ref in ("1.1", "1.2", "2.1", "2.2")}


def test_within_a_tool_by_key_unless_a_mapping_names_the_statement() -> None:
    before = make_edition()
    document = edition_document(edition="2028.1")
    moved, new = document["standards"][0]["statements"][0], document["standards"][1]["statements"][1]
    moved["ref"], new["key"] = "1.9", "training-helps"
    after = make_edition(edition="2028.1", standards=document["standards"])
    assert followed(after, before) == {"1.1": ["1.9"], "1.2": ["1.2"], "2.1": ["2.1"]}
    map_editions(before, after, {"2.2": ["2.2"], "1.1": ["1.2"]})
    assert followed(after, before) == {"1.1": ["1.2"], "2.1": ["2.1"], "2.2": ["2.2"]}


def test_between_tools_by_the_newest_mapping_either_way_round() -> None:
    before, after = make_edition(), make_edition(tool="other-tool")
    assert followed(after, before) == {}
    map_editions(before, after, {"1.1": ["1.1"]})
    map_editions(before, after, {"1.2": ["2.1", "2.2"]})
    assert followed(after, before) == {"1.2": ["2.1", "2.2"]}
    map_editions(after, before, {"1.1": ["2.1", "2.2"]})
    assert followed(after, before) == {"2.1": ["1.1"], "2.2": ["1.1"]}


def test_nothing_to_compare_is_no_statement(assert_queries: AssertQueries) -> None:
    edition = make_edition()
    with assert_queries(0):
        assert successors({edition.pk}, set()) == {}
    with assert_queries(1):
        successors({edition.pk}, {edition.pk})


def test_comparable_are_the_tools_own_editions_and_mapped_ones_never_another_partnerships() -> None:
    mine, theirs = make_partnership(), make_partnership()
    library, later = make_edition(), make_edition(edition="2028.1")
    own, foreign = make_edition(mine, edition="own"), make_edition(theirs, edition="own")
    joined, stranger = make_edition(tool="joined"), make_edition(tool="stranger")
    map_editions(joined, library, {"1.1": ["1.1"]})
    found = comparable_editions(library, mine.pk)
    assert found == {
        library.pk: Nearness.SAME_TOOL,
        later.pk: Nearness.SAME_TOOL,
        own.pk: Nearness.SAME_TOOL,
        joined.pk: Nearness.MAPPED,
    }
    assert {foreign.pk, stranger.pk}.isdisjoint(found)


def test_many_mappings_are_one_statement_of_sql(assert_queries: AssertQueries) -> None:
    before, also, after = make_edition(), make_edition(tool="also-tool"), make_edition(tool="other-tool")
    map_editions(before, after, {"1.1": ["1.1"]})
    map_editions(after, before, {"1.2": ["1.1", "1.2"]})
    map_editions(also, after, {"2.1": ["2.1"]})
    old, new = {**refs(before), **refs(also)}, refs(after)
    with assert_queries(1):
        found = joined_statements({after.pk}, {before.pk, also.pk})
    assert {(old[one], *(new[pk] for pk in later)) for one, later in found.items()} == {("1.1", "1.2"), ("1.2", "1.2"), ("2.1", "2.1")}
