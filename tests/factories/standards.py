"""Editions: small documents, and the rows that publishing them makes."""

import copy
from datetime import UTC, datetime
from typing import Any

from section11.directory.models import Partnership
from section11.directory.vocabulary import Role
from section11.lib.viewer import system_viewer
from section11.standards.models import Edition
from section11.standards.operations.publish_edition import publish_edition
from section11.transfer.operations.load_library import load_library
from tests.factories.remembered import remembered

LONG_AGO = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)

LEVELS: list[dict[str, Any]] = [
    {"key": "met", "label": "Met", "class": "met", "points": 2},
    {"key": "partial", "label": "Partially met", "class": "partial", "points": 1, "needs_action": True},
    {"key": "unmet", "label": "Not met", "class": "unmet", "points": 0, "needs_action": True},
    {"key": "na", "label": "Not applicable", "class": "not_applicable", "needs_reason": True},
]

STATEMENTS: dict[str, dict[str, Any]] = {
    "1.1": {"key": "named-senior-lead", "text": "A named senior person leads on safeguarding.", "light": True, "must_meet": True},
    "1.2": {"key": "plans-name-safeguarding", "text": "Plans say what safeguarding will achieve.", "not_for": ["primary-care"]},
    "2.1": {"key": "induction", "text": "New staff learn what to do in their first week.", "light": True},
    "2.2": {"key": "training-impact", "text": "Training is shown to change practice."},
}


def edition_document(**changes: Any) -> dict[str, Any]:
    """A small valid edition: two standards of two statements each on a scale of four levels."""
    document: dict[str, Any] = {
        "format": "section11/edition/1",
        "tool": "small-tool",
        "edition": "2026.1",
        "title": "Small standards",
        "scale": {"levels": LEVELS},
        "prompts": [{"key": "how", "label": "How do you meet this standard?"}],
        "standards": [
            {
                "ref": number,
                "title": title,
                "statements": [{"ref": ref, **part} for ref, part in STATEMENTS.items() if ref.startswith(number)],
            }
            for number, title in (("1", "Leadership"), ("2", "Training"))
        ],
    }
    return copy.deepcopy({**document, **changes})


def tiny_standards(*refs: str) -> list[dict[str, Any]]:
    """The small edition's standards with these statements marked for the tiny form."""
    standards = edition_document()["standards"]
    for standard in standards:
        for statement in standard["statements"]:
            statement["tiny"] = statement["ref"] in refs
    return copy.deepcopy(standards)


FIT = [
    {"question": "Do you pay any staff?", "fits": False},
    {"question": "Do you meet children only with their parents there?", "fits": True},
    {"question": "Do you have a written policy?", "fits": True},
]


def make_edition(partnership: Partnership | None = None, **changes: Any) -> Edition:
    """A published edition: in the library, or a partnership's own."""
    viewer = system_viewer("test", partnership_id=partnership.pk if partnership else None, roles=frozenset({Role.OFFICER}))
    return publish_edition(viewer, edition_document(**changes), partnership_id=partnership.pk if partnership else None, at=LONG_AGO)


@remembered
def whole_library() -> None:
    """Everything that ships with the product, published."""
    load_library(system_viewer("test"), at=LONG_AGO)


def library_edition(reference: str = "section-11/2026.1") -> Edition:
    """An edition that ships with the product, published."""
    whole_library()
    tool, _, edition = reference.partition("/")
    return Edition.objects.get(tool=tool, edition=edition)
