"""Mappings between two small library editions."""

import copy
from typing import Any

from section11.lib.viewer import system_viewer
from section11.standards.models import Edition, Mapping
from section11.standards.operations.publish_mapping import publish_mapping
from tests.factories.standards import LONG_AGO, make_edition

PAIRS: list[dict[str, Any]] = [
    {"from": "1.1", "to": "2.1", "reason": "Both name one person."},
    {"from": "1.2", "to": "2.1", "reason": "Both ask for plans."},
    {"from": "2.1", "to": "1.1", "reason": "Both ask how people begin."},
    {"from": "2.1", "to": "1.2", "reason": "Both ask what people learn first."},
]


def mapping_document(**changes: Any) -> dict[str, Any]:
    """A small valid mapping, several to one and one to several: from the small edition to the other tool's."""
    document = {
        "format": "section11/mapping/1",
        "from": "small-tool/2026.1",
        "to": "other-tool/2026.1",
        "title": "Small and other standards",
        "pairs": PAIRS,
    }
    return copy.deepcopy({**document, **changes})


def other_edition(**changes: Any) -> Edition:
    """An edition of another tool with the statements of the small one under the same refs and keys."""
    return make_edition(**{"tool": "other-tool", "title": "Other standards", **changes})


def make_mapping(**changes: Any) -> Mapping:
    """A published mapping; its two editions must be there."""
    return publish_mapping(system_viewer("test"), mapping_document(**changes), at=LONG_AGO)
