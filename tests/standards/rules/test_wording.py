from typing import Any

import pytest

from section11.standards.rules.content import edition_content
from section11.standards.rules.wording import House, Promise, run_hash, runs, wording_problems

GUIDANCE = "One person leads. They have time for it. Children know their name."
OTHER = "Ask each new helper for two names. Ring both. Write down what you hear."
TYPED = "the quick brown fox jumps over the dog"
HOUSE = House(
    promises={"tool": Promise(light=("school",), others_at_least=1)},
    familiar=frozenset(),
    may_cite=("Children Act 2004",),
    others=frozenset(map(run_hash, runs(TYPED, 7))),
)


def statement(ref: str, guidance: str, **parts: Any) -> dict[str, Any]:
    return {
        "ref": ref,
        "key": f"key-{ref}",
        "text": "You do it.",
        "guidance": guidance,
        "guidance_for": {"school": "Ask the head." if ref == "1.1" else "Look at the register."},
        "looks_like": {"met": "All know." if ref == "1.1" else "Two calls noted.", "unmet": "Nobody." if ref == "1.1" else "None made."},
        "evidence_examples": ["A list", "A note"],
        "impact": "Count the children who came back." if ref == "1.1" else "Ask a parent what was better this time.",
        **parts,
    }


def problems(*, first: dict[str, Any] | None = None, question: str = "How do you lead?", **parts: Any) -> list[str]:
    levels = [{"key": key, "label": key, "class": key if key != "na" else "not_applicable"} for key in ("met", "unmet", "na")]
    one = {**statement("1.1", GUIDANCE, light=True), **(first or {}), **parts}
    standards = [{"ref": "1", "title": "One", "question": question, "statements": [one, statement("1.2", OTHER)]}]
    document = {"tool": "tool", "edition": "1", "title": "T", "scale": {"levels": levels}, "standards": standards}
    return wording_problems(edition_content(document), HOUSE)


def test_nothing_is_wrong_with_plain_whole_words() -> None:
    assert problems() == []


@pytest.mark.parametrize(
    ("parts", "problem"),
    [
        ({"guidance": ""}, "1.1: no guidance"),
        ({"looks_like": {"met": "Seen."}}, "1.1: does not say what unmet looks like"),
        ({"evidence_examples": ["One"]}, "1.1: needs two to four examples of evidence"),
        ({"evidence_examples": ["One", "Two", "Three", "Four", "Five"]}, "1.1: needs two to four examples of evidence"),
        ({"impact": ""}, "1.1: no note on impact"),
        ({"guidance_for": {}}, "1.1: no wording for school"),
        ({"guidance_for": {}, "light": False}, "1.1: wording for 0 kinds of reader, fewer than 1"),
        ({"guidance": "word " * 25 + "end."}, "1.1 guidance: a sentence of 26 words, more than 25"),
        ({"impact": f"We say {TYPED} now."}, "1.1 impact: somebody else's words: the quick brown fox jumps over the"),
        ({"guidance": "The Care Act 2014 says so."}, "1.1 guidance: cites Care Act 2014"),
        ({"guidance": OTHER}, "1.1 guidance and 1.2 guidance say nearly the same"),
    ],
)
def test_each_fault_is_told_with_its_place(parts: dict[str, Any], problem: str) -> None:
    assert problem in problems(first=parts)


def test_a_hard_text_is_told() -> None:
    hard = (
        "Accountability necessitates evaluation. Organisational arrangements necessitate scrutiny. Everything necessitates documentation."
    )
    assert any(one.startswith("1.1 guidance: grade") for one in problems(guidance=hard))


def test_a_standard_without_a_question_is_told() -> None:
    assert problems(question="") == ["1: no key question"]


def test_what_may_be_cited_may() -> None:
    assert problems(guidance=f"{GUIDANCE} The Children Act 2004 asks for it.") == []


def test_a_kind_that_is_not_asked_needs_no_wording() -> None:
    assert problems(guidance_for={}, not_for=["school"]) == []
