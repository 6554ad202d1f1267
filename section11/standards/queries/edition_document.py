"""An edition's document as it was published, for files that go out."""

from typing import Any

from section11.standards.models import Edition


def edition_document(edition_id: int) -> dict[str, Any]:
    """The document of an edition that the caller has already been let see (by a cycle of theirs)."""
    document: dict[str, Any] = Edition.objects.values_list("document", flat=True).get(pk=edition_id)
    return document
