"""Every mapping that ships with the product: it is valid, fits its editions, and says for each pair what is the same and what is not."""

from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from section11.lib.reading import Node, Problems
from section11.standards.rules.content import EditionContent, edition_content
from section11.standards.rules.mapping import check_mapping_against, pairs_of
from section11.standards.rules.readability import sentences, words
from section11.standards.rules.wording import LONGEST_SENTENCE
from section11.standards.vocabulary import Audience
from section11.transfer.edition_file.read_file import library_files, read_edition_file
from section11.transfer.mapping_file.read_file import mapping_files, read_mapping_file

FILES = list(mapping_files())
APART = {Audience.CHILDREN, Audience.ADULTS}
NOT_JOINED = {  # two editions -> why nobody's answers go from one to the other
    ("commissioned-adults", "commissioned-children"): "One asks about adults alone, the other about children alone.",
    ("commissioned-adults", "eight-standards"): "The eight standards ask about children alone.",
    ("commissioned-adults", "schools-175-157"): "A school's standards ask about pupils alone.",
}


@cache
def editions() -> dict[str, EditionContent]:
    contents = [edition_content(read_edition_file(path.read_bytes())) for path in library_files()]
    return {content.reference: content for content in contents}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_mapping_fits_the_editions_it_joins(path: Path) -> None:
    document, here = read_mapping_file(path.read_bytes()), editions()
    problems = Problems()
    check_mapping_against(Node(document, "", problems), {name: here.get(document[name]) for name in ("from", "to")})
    assert problems.found == {}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_two_pairs_give_the_same_reason_and_none_is_a_word_or_two(path: Path) -> None:
    reasons = [pair.reason for pair in pairs_of(read_mapping_file(path.read_bytes()))]
    assert len(set(reasons)) == len(reasons)
    assert [reason for reason in reasons if len(reason.split()) < 8] == []


def test_no_two_files_join_the_same_editions() -> None:
    ends = [frozenset((document["from"], document["to"])) for document in (read_mapping_file(path.read_bytes()) for path in FILES)]
    assert len(set(ends)) == len(ends)


def test_every_two_editions_are_joined_or_said_to_be_apart() -> None:
    joined = {frozenset((document["from"], document["to"])) for document in (read_mapping_file(path.read_bytes()) for path in FILES)}
    missing = []
    for one, other in combinations(sorted(editions()), 2):
        tools = tuple(sorted(reference.partition("/")[0] for reference in (one, other)))
        if tools[0] == tools[1]:
            continue
        if (frozenset((one, other)) in joined) == (tools in NOT_JOINED):
            missing.append(tools)
    assert missing == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_pair_joins_what_is_asked_about_children_alone_and_about_adults_alone(path: Path) -> None:
    document, here = read_mapping_file(path.read_bytes()), editions()
    before, after = (here[document[name]].statement_by_ref for name in ("from", "to"))
    apart = [pair for pair in pairs_of(document) if {before[pair.from_ref].audience, after[pair.to_ref].audience} == APART]
    assert apart == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_reasons_are_short_and_pairs_stand_in_the_order_of_the_editions(path: Path) -> None:
    document, here = read_mapping_file(path.read_bytes()), editions()
    before, after = (list(here[document[name]].statement_by_ref) for name in ("from", "to"))
    pairs = pairs_of(document)
    long = [said for pair in pairs for said in sentences(pair.reason) if len(words(said)) > LONGEST_SENTENCE]
    assert long == []
    places = [(before.index(pair.from_ref), after.index(pair.to_ref)) for pair in pairs]
    assert places == sorted(places)
