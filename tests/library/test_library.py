"""Every edition that ships with the product: it parses, is valid, and gives its readers what they need."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from section11.standards.rules.content import EditionContent, StatementContent, edition_content
from section11.transfer.edition_file.read_file import library_files, read_edition_file

FILES = list(library_files())
READERS = ("school", "primary-care", "early-years", "police", "third-sector")
MODERN = [(6, 3), (3, 2), (5, 2), (4, 2), (4, 1), (6, 3), (6, 3), (5, 2), (4, 1), (5, 2), (6, 2), (4, 1), (3, 1), (4, 1)]  # full, light
EIGHT = [4, 6, 5, 6, 5, 7, 8, 4]  # statements of each standard
SIX = [(6, 2), (5, 2), (7, 5), (5, 2), (5, 2), (5, 2)]  # full, light
SCHOOLS = [(3, 1), (3, 2), (5, 3), (4, 2), (3, 2), (3, 1), (3, 2), (4, 1), (5, 2), (3, 1), (6, 1), (6, 1)]  # full, light
JOINT = [(3, 1), (3, 1), (5, 2), (5, 2), (3, 1), (4, 1), (3, 1), (4, 3), (4, 2)]  # full, light


def content_of(tool: str) -> EditionContent:
    """The newest edition of a tool in the library."""
    found = [edition_content(read_edition_file(path.read_bytes())) for path in FILES]
    return max((content for content in found if content.reference.startswith(f"{tool}/")), key=lambda content: content.reference)


def statements_of(content: EditionContent) -> list[StatementContent]:
    return [statement for standard in content.standards for statement in standard.statements]


def without(statements: list[StatementContent], *parts: str) -> list[tuple[str, str]]:
    """Statements that lack one of these parts."""
    return [(s.ref, part) for s in statements for part in parts if not s.source.get(part)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_every_edition_is_valid_and_guides_its_reader(path: Path) -> None:
    content = edition_content(read_edition_file(path.read_bytes()))
    assert content.prompts
    assert all(standard.question for standard in content.standards)
    assert without(statements_of(content), "guidance") == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_refs_follow_the_order_of_the_file(path: Path) -> None:
    content = edition_content(read_edition_file(path.read_bytes()))
    for number, standard in enumerate(content.standards, 1):
        assert standard.ref == str(number)
        assert [s.ref for s in standard.statements] == [f"{number}.{n}" for n in range(1, len(standard.statements) + 1)]


def test_the_modern_edition_has_its_65_statements_of_which_26_are_light() -> None:
    content = content_of("section-11")
    assert [(len(s.statements), sum(one.light for one in s.statements)) for s in content.standards] == MODERN
    assert len(statements_of(content)) == 65
    assert sum(s.light for s in statements_of(content)) == 26


def test_the_light_statements_say_what_each_level_looks_like_to_each_reader() -> None:
    content = content_of("section-11")
    light = [s for s in statements_of(content) if s.light]
    assert without(light, "guidance_for", "looks_like", "evidence_examples", "evidence_examples_for") == []
    rated = {level.key for level in content.levels if level.level_class != "not_applicable"}
    for statement in light:
        source: Any = statement.source
        assert set(source["looks_like"]) == rated, statement.ref
        for reader in READERS:
            assert source["guidance_for"].get(reader), (statement.ref, reader)
            assert source["evidence_examples_for"].get(reader), (statement.ref, reader)


def test_the_eight_standards_hold_every_item_of_the_checklists() -> None:
    content = content_of("eight-standards")
    assert len(content.standards) == 8
    assert [level.level_class for level in content.levels] == ["met", "partial", "unmet", "not_applicable"]
    assert len(content.prompts) >= 2
    assert [len(s.statements) for s in content.standards] == EIGHT


def test_the_schools_edition_stands_apart_and_says_that_it_is_an_example() -> None:
    content = content_of("schools-175-157")
    assert "an example to adapt, not an official audit" in content.title
    assert [(len(s.statements), sum(one.light for one in s.statements)) for s in content.standards] == SCHOOLS
    statements = statements_of(content)
    assert (len(statements), sum(s.light for s in statements), sum(s.tiny for s in statements)) == (48, 19, 0)
    assert [s.ref for s in statements if s.must_meet] == ["2.1", "3.4", "4.1", "5.3", "7.1", "8.2", "9.1"]
    assert {s.audience for s in statements} == {"children"}


def test_the_schools_edition_asks_colleges_and_nurseries_only_what_they_have() -> None:
    content = content_of("schools-175-157")
    every = {s.ref for s in statements_of(content)}
    assert {s.ref for s in content.asked("full", "school")} == every
    assert every - {s.ref for s in content.asked("full", "college")} == {"12.3"}
    assert every - {s.ref for s in content.asked("full", "early-years")} == {"10.2", "12.2", "12.4"}


def test_the_six_areas_have_33_statements_of_which_15_are_light() -> None:
    content = content_of("six-areas")
    assert [(len(s.statements), sum(one.light for one in s.statements)) for s in content.standards] == SIX
    statements = statements_of(content)
    assert (len(statements), sum(s.light for s in statements), sum(s.tiny for s in statements)) == (33, 15, 0)
    assert [level.level_class for level in content.levels] == ["met", "partial", "unmet", "not_applicable"]
    assert [prompt.key for prompt in content.prompts] == ["how", "know", "changed"]
    assert [s.ref for s in statements if s.must_meet] == ["1.2", "3.1", "3.3", "4.2", "5.1"]


def test_the_six_areas_ask_councils_and_police_alone_about_licences() -> None:
    content = content_of("six-areas")
    every = {s.ref for s in statements_of(content)}
    for kind in ("council", "police"):
        assert {s.ref for s in content.asked("full", kind)} == every
    for kind in ("primary-care", "school", "early-years", "third-sector", "health"):
        assert every - {s.ref for s in content.asked("full", kind)} == {"1.6"}


def test_each_light_statement_of_the_six_areas_shows_levels_and_evidence_to_its_readers() -> None:
    for statement in statements_of(content_of("six-areas")):
        if statement.light:
            source: Any = statement.source
            assert set(source["evidence_examples_for"]) >= {*READERS, "council"}, statement.ref
            assert "primary-care" in source["looks_like_for"], statement.ref
            assert len(source["looks_like_for"]) >= 3, statement.ref


def test_the_joint_edition_asks_of_children_of_adults_and_of_both_on_three_levels() -> None:
    content = content_of("children-and-adults")
    assert [(level.label, level.level_class) for level in content.levels] == [
        ("Fully in place", "met"),
        ("In place, with areas to develop", "partial"),
        ("Not in place", "unmet"),
        ("Not applicable", "not_applicable"),
    ]
    assert [prompt.key for prompt in content.prompts] == ["how", "know", "changed"]
    assert content.prompts_of("review") == ()  # what has changed and what will be improved is asked once, of the whole return
    assert [(len(s.statements), sum(one.light for one in s.statements)) for s in content.standards] == JOINT
    statements = statements_of(content)
    assert (len(statements), sum(s.light for s in statements), sum(s.tiny for s in statements)) == (34, 14, 0)
    assert [s.ref for s in statements if s.must_meet] == ["3.1", "3.2", "8.1", "8.2", "8.3"]
    assert Counter(s.audience for s in statements) == {"both": 14, "children": 10, "adults": 10}
    assert Counter(s.audience for s in statements if s.light) == {"both": 7, "children": 3, "adults": 4}
