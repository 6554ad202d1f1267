"""Reads an edition file: YAML, or JSON, which is YAML too."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from section11.lib.errors import Refused
from section11.lib.plain import plain_problems, read_yaml
from section11.lib.reading import Node, Problems
from section11.standards.rules.checking import check_edition
from section11.transfer.shipped import MAPPINGS, WORDS, shipped

LARGEST_FILE = 5_000_000  # bytes


def read_edition_file(data: bytes) -> Any:
    """The edition's document; refuses one that is not valid, with everything that is wrong."""
    document = read_yaml(data, largest=LARGEST_FILE)
    problems = Problems()
    if plain_problems(document, problems):
        check_edition(Node(document, "", problems))
    if problems.found:
        raise Refused(problems.found)
    return document


def library_files() -> Iterator[Path]:
    """Every edition file that ships with the product, in order."""
    yield from sorted(path for path in shipped("library").glob("*/*.yaml") if path.parent.name not in (MAPPINGS, WORDS))
