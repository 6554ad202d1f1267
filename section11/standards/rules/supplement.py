"""A partnership's own statements for one cycle, as the document of a supplement edition."""

from collections.abc import Mapping, Sequence, Set
from typing import Any

from section11.lib.words import free_slug, slug
from section11.standards.vocabulary import EDITION_FORMAT, LOCAL_STANDARD, LOCAL_TOOL

TITLE = "Local statements"


def local_statement(number: int, *, text: str, guidance: str, light: bool, must_meet: bool, taken_keys: Set[str]) -> dict[str, Any]:
    """One typed statement as a part of the document; its key is made of its text and is none of `taken_keys`."""
    return {
        "ref": f"{LOCAL_STANDARD}{number}",
        "key": free_slug(slug(text), taken_keys),
        "text": text,
        "guidance": guidance,
        "light": light,
        "must_meet": must_meet,
    }


def supplement_document(cycle_slug: str, statements: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """The document to publish for a cycle's local statements: one standard, rated on the scale of the edition beside it."""
    return {
        "format": EDITION_FORMAT,
        "tool": LOCAL_TOOL,
        "edition": cycle_slug,
        "title": TITLE,
        "standards": [{"ref": LOCAL_STANDARD, "title": TITLE, "statements": list(statements)}],
    }
