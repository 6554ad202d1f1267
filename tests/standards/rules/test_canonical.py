from section11.standards.rules.canonical import canonical, content_hash
from tests.factories.standards import edition_document


def test_absent_and_default_say_the_same() -> None:
    spelled_out = edition_document(follows=[], extra={})
    spelled_out["prompts"][0]["forms"] = ["full", "light"]
    for standard in spelled_out["standards"]:
        standard["question"] = ""
        for statement in standard["statements"]:
            for name in ("not_for", "only_for", "evidence_examples"):
                statement.setdefault(name, [])
            for name in ("guidance_for", "looks_like", "looks_like_for", "evidence_examples_for"):
                statement[name] = {}
            statement.setdefault("light", False)
            statement["audience"] = "children"
    assert content_hash(spelled_out) == content_hash(edition_document())


def test_everything_else_tells_two_editions_apart() -> None:
    one = content_hash(edition_document())
    assert content_hash(edition_document(title="Other")) != one
    assert content_hash(edition_document(extra={"light": False})) != one
    reordered = edition_document()
    reordered["standards"].reverse()
    assert content_hash(reordered) != one


def test_what_stands_under_extra_is_left_alone() -> None:
    assert canonical({"extra": {"light": False, "points": 2.0}}) == {"extra": {"light": False, "points": 2.0}}


def test_a_number_is_the_same_however_it_is_written() -> None:
    assert content_hash({"points": 2.0}) == content_hash({"points": 2})
    assert content_hash({"light": False}) != content_hash({"light": 0})
