"""Cycle files: the documented example, small ones to change, and when two say the same."""

import copy
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from tests.factories.standards import edition_document

FORMATS = Path(__file__).resolve().parents[2] / "docs" / "formats"
EMPTY: tuple[Any, ...] = (None, "", [], {}, False)
DEFAULTS: Mapping[str, Any] = {"state": "invited", "audience": "children", "forms": ["full", "light"]}
BANDS = [
    {"key": "fully-met", "label": "Fully met", "at_least": 100},
    {"key": "mostly-met", "label": "Mostly met", "at_least": 80},
    {"key": "partly-met", "label": "Partly met", "at_least": 60},
    {"key": "support-needed", "label": "Support needed", "at_least": 0, "follow_up": True},
]


def example(name: str) -> Any:
    """A documented example file."""
    return json.loads((FORMATS / f"{name}.example.json").read_text(encoding="utf-8"))


def encoded(document: Any) -> bytes:
    """A document as the bytes of a file."""
    return json.dumps(document).encode()


def answers(**levels: str) -> dict[str, Any]:
    """Answers by statement: `answers(s1_1="met")`."""
    return {name[1:].replace("_", "."): {"level": level} for name, level in levels.items()}


def submission(given: Mapping[str, Any] | None = None, **parts: Any) -> dict[str, Any]:
    """What a unit sent; everything met unless given."""
    rated = {"1.1": {"level": "met"}, "1.2": {"level": "met"}, "2.1": {"level": "met"}, "2.2": {"level": "met"}} if given is None else given
    return {"submitted_at": "2026-03-30T10:15:00+01:00", "submitted_by": "Head of safety", "answers": dict(rated), **parts}


def invitation(slug: str = "oak-surgery", *submissions: dict[str, Any], sector: str = "school", **parts: Any) -> dict[str, Any]:
    """An organisation that was asked, as a whole and in the full form."""
    organisation = {"slug": slug, "name": slug.replace("-", " ").title(), "sector": sector, "duty_bases": ["section-11"]}
    return {"organisation": organisation, "unit": None, "form": "full", "submissions": list(submissions), **parts}


def cycle_file(*invitations: dict[str, Any], cycle: Mapping[str, Any] | None = None, **parts: Any) -> dict[str, Any]:
    """A small valid cycle file on the small edition of `tests.factories.standards`."""
    document = {
        "format": "section11/cycle/1",
        "partnership": {"slug": "marsh-and-moor", "name": "Marsh and Moor Partnership", "kind": "children"},
        "edition": edition_document(),
        "cycle": {"slug": "2026", "title": "Audit 2026", "opens": "2026-01-05", "due": "2026-03-31", **(cycle or {})},
        "invitations": list(invitations),
        **parts,
    }
    return copy.deepcopy(document)


def told(value: Any, key: str = "") -> Any:
    """What a cycle file says: absent and default are the same, and so are two spellings of one instant. `extra` stays as it is."""
    if key == "extra":
        return value
    if isinstance(value, dict):
        parts = {name: told(part, name) for name, part in value.items()}
        if "title" in parts and "slug" in parts:
            parts.setdefault("bands", told(BANDS))
        return {
            name: part
            for name, part in parts.items()
            if not any(type(part) is type(empty) and part == empty for empty in EMPTY) and DEFAULTS.get(name) != part
        }
    if isinstance(value, list):
        return [told(item) for item in value]
    if key == "submitted_at":
        return datetime.fromisoformat(value).astimezone(UTC)
    return value


def joint_file(*invitations: dict[str, Any], **parts: Any) -> dict[str, Any]:
    """An audit of children's and adults' arrangements: 1.1 is for both, 1.2 for children, standard 2 for adults."""
    edition = edition_document()
    for standard in edition["standards"]:
        for statement in standard["statements"]:
            statement["audience"] = {"1.1": "both", "1.2": "children"}.get(statement["ref"], "adults")
    return cycle_file(*invitations, edition=edition, **parts)
