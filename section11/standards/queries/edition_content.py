"""An edition's content, read once and kept: a published edition never changes."""

from functools import lru_cache

from section11.standards.models import Edition
from section11.standards.rules.content import EditionContent
from section11.standards.rules.content import edition_content as read


@lru_cache(maxsize=64)
def edition_content(edition_id: int, content_hash: str) -> EditionContent:
    """The content of an edition that the caller has already been let see (by a return, cycle or submission of theirs).

    `content_hash` is part of the key, so that a number used again after a rollback never shows the wrong edition.
    """
    return read(Edition.objects.values_list("document", flat=True).get(pk=edition_id, content_hash=content_hash))
