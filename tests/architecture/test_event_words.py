"""Everything that operations record is said in words on the activity pages."""

import ast
from collections.abc import Iterator

from section11.web.activity.words import GROUPS, WORDS
from tests.architecture.tree import modules, none, parsed, short


def recorded() -> Iterator[tuple[str, str]]:
    """(verb, file) of every event that some code records: the `verb` it names, or the second word of `Happened`."""
    for path in modules():
        for node in ast.walk(parsed(path)):
            if not isinstance(node, ast.Call):
                continue
            told = [word.value for word in node.keywords if word.arg == "verb"]
            if isinstance(node.func, ast.Name) and node.func.id == "Happened":
                told += node.args[1:2]
            for value in (part for one in told for part in ast.walk(one)):  # also the words of `a if … else b`
                if isinstance(value, ast.Constant) and isinstance(value.value, str) and "_" not in value.value:
                    yield value.value, short(path)


def test_every_verb_has_words() -> None:
    none(f"{verb} ({path})" for verb, path in recorded() if verb not in WORDS)


def test_every_verb_with_words_is_recorded_somewhere() -> None:
    none(set(WORDS) - {verb for verb, _ in recorded()})


def test_every_verb_is_in_a_group() -> None:
    assert {group for group, _ in WORDS.values()} == set(GROUPS)
