import json

import pytest
import yaml

from section11.lib.errors import Refused
from section11.transfer.edition_file.read_file import library_files
from section11.transfer.mapping_file.read_file import mapping_files, read_mapping_file
from tests.factories.mappings import mapping_document


def test_a_mapping_is_read_from_yaml_and_from_json() -> None:
    document = mapping_document()
    assert read_mapping_file(yaml.safe_dump(document).encode()) == document
    assert read_mapping_file(json.dumps(document).encode()) == document


def test_everything_wrong_is_told_at_once() -> None:
    document = mapping_document(colour="blue", title=2026)
    document["pairs"][1]["reason"] = " "
    with pytest.raises(Refused) as refused:
        read_mapping_file(yaml.safe_dump(document).encode())
    assert list(refused.value.problems) == ["colour", "title", "pairs[1].reason"]


def test_refs_without_quotation_marks_are_numbers_and_are_told() -> None:
    text = "format: section11/mapping/1\nfrom: a/1\nto: b/1\ntitle: T\npairs:\n  - {from: 1.1, to: '2.3', reason: R}\n"
    with pytest.raises(Refused) as refused:
        read_mapping_file(text.encode())
    assert refused.value.problems == {"pairs[0].from": "must be text"}


def test_mappings_lie_apart_from_editions() -> None:
    assert set(mapping_files()).isdisjoint(library_files())
    assert list(mapping_files())
