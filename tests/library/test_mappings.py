"""Every mapping that ships with the product: it is valid, fits its editions, and says for each pair what is the same and what is not."""

from pathlib import Path

import pytest

from section11.lib.reading import Node, Problems
from section11.standards.rules.content import EditionContent, edition_content
from section11.standards.rules.mapping import check_mapping_against, pairs_of
from section11.transfer.edition_file.read_file import library_files, read_edition_file
from section11.transfer.mapping_file.read_file import mapping_files, read_mapping_file

FILES = list(mapping_files())


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
