from collections.abc import Callable
from typing import Any

import pytest

from section11.lib.reading import Node, Problems
from section11.standards.rules.content import EditionContent, edition_content
from section11.standards.rules.mapping import MappedPair, check_mapping, check_mapping_against, paired, pairs_of, turned
from tests.factories.mappings import mapping_document
from tests.factories.standards import edition_document

Change = Callable[[dict[str, Any]], object]
SMALL = edition_content(edition_document())


def content(reference: str, **keys: str) -> EditionContent:
    """An edition with these statements: `s1_1="its-key"`."""
    tool, _, edition = reference.partition("/")
    statements = [{"ref": name[1:].replace("_", "."), "key": key, "text": "Text."} for name, key in keys.items()]
    standards = [{"ref": "1", "title": "One", "statements": statements}]
    return edition_content(edition_document(tool=tool, edition=edition, standards=standards))


def problems_of(document: Any) -> dict[str, str]:
    problems = Problems()
    check_mapping(Node(document, "", problems))
    return problems.found


WRONG: list[tuple[Change, str]] = [
    (lambda d: d.update(format="section11/edition/1"), "format"),
    (lambda d: d.pop("from"), "from"),
    (lambda d: d.update({"from": "small-tool"}), "from"),
    (lambda d: d.update({"from": "small-tool/2026/1"}), "from"),
    (lambda d: d.update(to="/2026.1"), "to"),
    (lambda d: d.update(to=3), "to"),
    (lambda d: d.update(to="small-tool/2026.1"), "to"),
    (lambda d: d.update(to="local/2026"), "to"),
    (lambda d: d.update(title=" "), "title"),
    (lambda d: d.update(title="x" * 201), "title"),
    (lambda d: d.update(pairs=[]), "pairs"),
    (lambda d: d.update(pairs={}), "pairs"),
    (lambda d: d.update(colour="blue"), "colour"),
    (lambda d: d["pairs"][0].pop("reason"), "pairs[0].reason"),
    (lambda d: d["pairs"][0].update(reason=""), "pairs[0].reason"),
    (lambda d: d["pairs"][1].update({"from": 1.2}), "pairs[1].from"),
    (lambda d: d["pairs"][1].update(note="x"), "pairs[1].note"),
    (lambda d: d["pairs"][1].update({"from": "1.1"}), "pairs[1]"),
]


def test_a_valid_mapping_has_no_problems_and_may_hold_extra() -> None:
    document = mapping_document(extra={"by": "us"})
    document["pairs"][0]["extra"] = {"seen": True}
    assert problems_of(document) == {}


@pytest.mark.parametrize(("change", "place"), WRONG, ids=[place for _, place in WRONG])
def test_each_fault_is_told_with_its_place(change: Change, place: str) -> None:
    document = mapping_document()
    change(document)
    assert list(problems_of(document)) == [place]


@pytest.mark.parametrize("document", [None, [], "text", 3])
def test_what_is_no_object_is_told(document: Any) -> None:
    assert list(problems_of(document)) == [""]


def test_editions_and_statements_that_are_not_there_are_told_all_at_once() -> None:
    document = mapping_document()
    document["pairs"][0]["from"] = "9.9"
    document["pairs"][2]["to"] = "8.8"
    problems = Problems()
    check_mapping_against(Node(document, "", problems), {"from": SMALL, "to": None})
    assert problems.found == {"to": "no such edition in the library", "pairs[0].from": "no such statement in small-tool/2026.1"}
    problems = Problems()
    check_mapping_against(Node(document, "", problems), {"from": SMALL, "to": SMALL})
    assert list(problems.found) == ["pairs[0].from", "pairs[2].to"]


def test_an_edition_is_paired_with_itself_statement_by_statement() -> None:
    assert paired(SMALL, SMALL) == tuple(MappedPair(ref, ref) for ref in SMALL.statement_by_ref)


def test_statements_of_one_tool_are_paired_by_key_whatever_their_ref() -> None:
    earlier, later = content("tool/1", s1_1="lead", s1_2="old"), content("tool/2", s1_1="fresh", s1_2="lead")
    assert paired(earlier, later) == (MappedPair("1.1", "1.2"),)


def test_a_key_means_nothing_in_another_tool() -> None:
    assert paired(content("tool/1", s1_1="lead"), content("other/1", s1_1="lead")) == ()


def test_what_the_mapping_names_is_not_paired_by_key() -> None:
    earlier, later = content("tool/1", s1_1="lead", s1_2="plan", s1_3="kept"), content("tool/2", s1_1="lead", s1_2="plan", s1_3="kept")
    explicit = [MappedPair("1.1", "1.2", "Moved")]
    assert paired(earlier, later, explicit) == (MappedPair("1.1", "1.2", "Moved"), MappedPair("1.3", "1.3"))


def test_pairs_stand_in_the_order_of_the_later_edition_and_can_be_turned() -> None:
    pairs = pairs_of(mapping_document())
    earlier, later = SMALL, edition_content(edition_document(tool="other-tool"))
    there = paired(earlier, later, pairs)
    assert [(p.from_ref, p.to_ref) for p in there] == [("2.1", "1.1"), ("2.1", "1.2"), ("1.1", "2.1"), ("1.2", "2.1")]
    back = paired(later, earlier, turned(pairs))
    assert {(p.to_ref, p.from_ref, p.reason) for p in back} == {(p.from_ref, p.to_ref, p.reason) for p in there}
