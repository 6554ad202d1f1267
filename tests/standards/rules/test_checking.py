from collections.abc import Callable
from typing import Any

import pytest

from section11.lib.reading import Node, Problems
from section11.standards.rules.checking import check_edition, check_supplement
from section11.standards.rules.supplement import supplement_document
from tests.factories.standards import edition_document

Change = Callable[[dict[str, Any]], object]


def problems_of(document: Any) -> dict[str, str]:
    problems = Problems()
    check_edition(Node(document, "", problems))
    return problems.found


def first(document: dict[str, Any]) -> dict[str, Any]:
    part: dict[str, Any] = document["standards"][0]["statements"][0]
    return part


def test_a_valid_edition_has_no_problems() -> None:
    assert problems_of(edition_document()) == {}


WRONG: list[tuple[Change, str]] = [
    (lambda d: first(d).update(ref="L1"), "standards[0].statements[0].ref"),
    (lambda d: d.update(format="section11/cycle/1"), "format"),
    (lambda d: d.update(tool="two words"), "tool"),
    (lambda d: d.update(tool="local"), "tool"),
    (lambda d: d.pop("title"), "title"),
    (lambda d: d.update(title="x" * 201), "title"),
    (lambda d: d.update(edition="2026/1"), "edition"),
    (lambda d: d.update(follows=["", 3]), "follows[0]"),
    (lambda d: d.update(standards=[]), "standards"),
    (lambda d: d.update(scale={"levels": []}), "scale.levels"),
    (lambda d: d["scale"]["levels"][0].update({"class": "good"}), "scale.levels[0].class"),
    (lambda d: d["scale"]["levels"][0].update(key="unanswered"), "scale.levels[0].key"),
    (lambda d: d["scale"]["levels"][1].update(key="met"), "scale.levels[1].key"),
    (lambda d: d["scale"]["levels"][1].pop("points"), "scale.levels"),
    (lambda d: d["scale"]["levels"][3].update(points=1), "scale.levels[3].points"),
    (lambda d: d["scale"]["levels"][0].update(points=1.2345), "scale.levels[0].points"),
    (lambda d: d["scale"]["levels"][0].update(points=True), "scale.levels[0].points"),
    (lambda d: d["prompts"].append({"key": "how", "label": "Again"}), "prompts[1].key"),
    (lambda d: d["prompts"][0].update(forms=["full", "long"]), "prompts[0].forms[1]"),
    (lambda d: d["standards"][1].update(ref="1"), "standards[1].ref"),
    (lambda d: d["standards"][1].update(ref="L"), "standards[1].ref"),
    (lambda d: d["standards"][1].update(ref="review"), "standards[1].ref"),
    (lambda d: d["standards"][1].update(statements=[]), "standards[1].statements"),
    (lambda d: first(d).update(ref="2.1"), "standards[1].statements[0].ref"),
    (lambda d: first(d).update(key="induction"), "standards[1].statements[0].key"),
    (lambda d: first(d).update(ref="extra"), "standards[0].statements[0].ref"),
    (lambda d: first(d).update(text=" "), "standards[0].statements[0].text"),
    (lambda d: first(d).update(text=None), "standards[0].statements[0].text"),
    (lambda d: first(d).update(audience="all"), "standards[0].statements[0].audience"),
    (lambda d: first(d).update(not_for=["schools"]), "standards[0].statements[0].not_for[0]"),
    (lambda d: first(d).update(only_for=["school", "school"]), "standards[0].statements[0].only_for[1]"),
    (lambda d: first(d).update(guidance_for={"schools": "x"}), 'standards[0].statements[0].guidance_for["schools"]'),
    (lambda d: first(d).update(looks_like={"good": "x"}), 'standards[0].statements[0].looks_like["good"]'),
    (lambda d: first(d).update(looks_like_for={"school": {"good": "x"}}), 'standards[0].statements[0].looks_like_for["school"]["good"]'),
    (lambda d: first(d).update(evidence_examples="a policy"), "standards[0].statements[0].evidence_examples"),
    (lambda d: first(d).update(evidence_examples_for={"school": [""]}), 'standards[0].statements[0].evidence_examples_for["school"][0]'),
    (lambda d: first(d).update(colour="blue"), "standards[0].statements[0].colour"),
    (lambda d: first(d).update(extra=[]), "standards[0].statements[0].extra"),
    (lambda d: d["scale"].update(extra={"colour": "blue"}, order="best first"), "scale.order"),
]


@pytest.mark.parametrize(("change", "place"), WRONG, ids=lambda value: value if isinstance(value, str) else "")
def test_a_fault_is_told_with_its_place(change: Change, place: str) -> None:
    document = edition_document()
    change(document)
    assert place in problems_of(document)


def test_all_faults_are_told_at_once() -> None:
    document = edition_document(colour="blue", title="")
    first(document)["light"] = "yes"
    assert set(problems_of(document)) == {"colour", "title", "standards[0].statements[0].light"}


@pytest.mark.parametrize("document", [None, [], "edition", 3, {"standards": 1, "scale": 2}, {"standards": [1], "scale": {"levels": [2]}}])
def test_anything_at_all_is_read_without_falling_over(document: Any) -> None:
    assert problems_of(document)


def test_extra_is_welcome_in_any_object() -> None:
    document = edition_document(extra={"from": "elsewhere"})
    first(document).update({"extra": {"colour": "blue"}, "guidance_for": {"extra": {"a": 1}}, "looks_like": {"extra": {}}})
    document["scale"]["extra"] = {"order": "best first"}
    assert problems_of(document) == {}


def test_local_statements_are_numbered_and_rated_on_the_scale_beside_them() -> None:
    problems = Problems()
    parts: list[dict[str, Any]] = [
        {"ref": "L1", "key": "one", "text": "One.", "looks_like": {"met": "So."}},
        {"ref": "L3", "key": "one", "text": "Two."},
    ]
    check_supplement(Node(supplement_document("2026", parts), "", problems), {"met"})
    assert set(problems.found) == {"standards[0].statements[1].ref", "standards[0].statements[1].key"}
