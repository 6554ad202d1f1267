"""Pieces of evidence as `add_evidence` makes them."""

from datetime import UTC, datetime
from typing import Any

from section11.evidence.models import EvidenceItem
from section11.evidence.operations.add_evidence import add_evidence
from section11.lib.viewer import Viewer
from tests.factories.files import PDF

LONG_AGO = datetime(2026, 9, 1, 9, 0, tzinfo=UTC)


def make_reference(viewer: Viewer, unit_id: int, title: str = "Staff handbook", **fields: Any) -> EvidenceItem:
    """A reference that says where something is kept."""
    given = {"kind": "reference", "title": title, "where": "Page 12, in the office", "at": LONG_AGO, **fields}
    return EvidenceItem.objects.get(pk=add_evidence(viewer, unit_id, **given))


def make_file(viewer: Viewer, unit_id: int, title: str = "Policy", **fields: Any) -> EvidenceItem:
    """An uploaded PDF."""
    given = {"kind": "file", "title": title, "file_name": "policy.pdf", "data": PDF, "at": LONG_AGO, **fields}
    return EvidenceItem.objects.get(pk=add_evidence(viewer, unit_id, **given))
