import json

import pytest
import yaml

from section11.lib.errors import Refused
from section11.transfer.edition_file.read_file import read_edition_file
from tests.factories.standards import edition_document


def test_an_edition_is_read_from_yaml_and_from_json() -> None:
    document = edition_document()
    assert read_edition_file(yaml.safe_dump(document).encode()) == document
    assert read_edition_file(json.dumps(document).encode()) == document


def test_everything_wrong_is_told_at_once() -> None:
    document = edition_document(colour="blue", edition=2026.1)
    with pytest.raises(Refused) as refused:
        read_edition_file(yaml.safe_dump(document).encode())
    assert refused.value.problems == {"colour": "unknown key: take it out, or put it under extra", "edition": "must be text"}
