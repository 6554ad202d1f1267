"""The published schemas and examples say what the product reads and writes."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from jsonschema import Draft202012Validator
from referencing import Registry, Resource

from section11.transfer.edition_file.read_file import library_files, read_edition_file
from section11.transfer.invitation_sheet.columns import COLUMNS, REQUIRED
from section11.transfer.mapping_file.read_file import mapping_files, read_mapping_file
from tests.analysis.plain_figures import plain_figures
from tests.factories.cycle_files import FORMATS, example
from tests.factories.mappings import mapping_document
from tests.factories.standards import edition_document
from tests.standards.rules.test_mapping import WRONG as WRONG_MAPPINGS
from tests.standards.rules.test_mapping import Change
from tests.transfer.cycle_file.strategies import cycle_files
from tests.transfer.cycle_file.test_read_file import WRONG, put, sound

NAMES = ("edition", "mapping", "cycle", "figures", "invitation-sheet")
SCHEMAS = {name: json.loads((FORMATS / f"{name}.schema.json").read_text(encoding="utf-8")) for name in NAMES}
REGISTRY: Registry[Any] = Registry().with_resources((schema["$id"], Resource.from_contents(schema)) for schema in SCHEMAS.values())
ONLY_THE_READER_SEES = {  # what a schema cannot say, by place: one of a kind, there already, asked or not, in order, plain
    "partnership.sectors[1].key",
    "edition.ref",
    "cycle.slug",
    "cycle.due",
    "cycle.opens",
    "cycle.bands[0].at_least",
    "cycle.bands[1].key",
    "cycle.local_statements[0].ref",
    "cycle.local_statements[0].key",
    "invitations[0].organisation.sector",
    "invitations[1].organisation.name",
    "invitations[0].submissions[0].extra.n",
    "invitations[0].submissions[0].actions[0].statement",
    'invitations[0].submissions[0].answers["1.7"]',
    'invitations[0].submissions[0].answers["1.1"].level',
    'invitations[0].submissions[0].answers["1.1"].agreed_level',
    'invitations[0].submissions[0].narratives["9"]',
    'invitations[0].submissions[0].narratives["1"]["why"]',
    'invitations[0].submissions[0].narratives["review"]',
}


def faults(name: str, document: Any) -> list[str]:
    """What a schema finds wrong."""
    validator = Draft202012Validator(SCHEMAS[name], registry=REGISTRY)
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(document)]


@pytest.mark.parametrize("name", NAMES)
def test_every_schema_is_one(name: str) -> None:
    Draft202012Validator.check_schema(SCHEMAS[name])
    assert SCHEMAS[name]["$id"] == f"{name}.schema.json"


def test_the_examples_are_what_the_schemas_say() -> None:
    assert faults("cycle", example("cycle-file")) == []
    assert faults("edition", example("cycle-file")["edition"]) == []
    assert faults("figures", example("figures-file")) == []


@pytest.mark.parametrize("path", list(library_files()), ids=lambda path: path.stem)
def test_the_library_is_what_the_schema_says(path: Any) -> None:
    assert faults("edition", read_edition_file(path.read_bytes())) == []


@pytest.mark.parametrize("path", list(mapping_files()), ids=lambda path: path.stem)
def test_the_mappings_are_what_the_schema_says(path: Any) -> None:
    assert faults("mapping", read_mapping_file(path.read_bytes())) == []


@pytest.mark.parametrize(("change", "place"), WRONG_MAPPINGS, ids=[place for _, place in WRONG_MAPPINGS])
def test_what_is_no_mapping_to_the_reader_is_none_to_the_schema_as_far_as_it_can(change: Change, place: str) -> None:
    document = mapping_document()
    assert faults("mapping", document) == []
    change(document)
    assert faults("mapping", document) or document["to"] == document["from"] or place == "pairs[1]"  # the same edition, a pair twice


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(document=cycle_files())
def test_what_the_reader_takes_is_what_the_schemas_say(document: dict[str, Any]) -> None:
    assert faults("cycle", document) == []
    assert faults("figures", plain_figures(document, "self")) == []


@pytest.mark.parametrize(("path", "value", "place"), WRONG)
def test_what_the_reader_refuses_the_schema_refuses_as_far_as_it_can(path: tuple[str | int, ...], value: Any, place: str) -> None:
    document = sound()
    put(document, path, value)
    assert faults("cycle", document) or place in ONLY_THE_READER_SEES


def test_an_edition_with_another_key_is_no_edition() -> None:
    assert faults("edition", edition_document()) == []
    assert faults("edition", edition_document(colour="blue"))


def test_the_sheets_columns_are_those_that_are_read() -> None:
    schema = SCHEMAS["invitation-sheet"]
    assert tuple(schema["properties"]) == COLUMNS
    assert tuple(schema["required"]) == REQUIRED
