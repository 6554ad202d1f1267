"""Reads a mapping file: YAML, or JSON, which is YAML too."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from section11.lib.errors import Refused
from section11.lib.plain import plain_problems, read_yaml
from section11.lib.reading import Node, Problems
from section11.standards.rules.mapping import check_mapping
from section11.transfer.shipped import MAPPINGS, shipped

LARGEST_FILE = 1_000_000  # bytes


def read_mapping_file(data: bytes) -> Any:
    """The mapping's document; refuses one that is not valid by itself, with everything that is wrong.

    Whether its editions and statements are there is told when it is published.
    """
    document = read_yaml(data, largest=LARGEST_FILE)
    problems = Problems()
    if plain_problems(document, problems):
        check_mapping(Node(document, "", problems))
    if problems.found:
        raise Refused(problems.found)
    return document


def mapping_files() -> Iterator[Path]:
    """Every mapping file that ships with the product, in order."""
    yield from sorted((shipped("library") / MAPPINGS).glob("*.yaml"))
