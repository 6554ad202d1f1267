"""An edition's content, read once and kept: a published edition never changes."""

from section11.standards.models import Edition
from section11.standards.rules.content import EditionContent
from section11.standards.rules.content import edition_content as read

MOST_KEPT = 64
_kept: dict[tuple[int, str], EditionContent] = {}


def edition_contents(*wanted: tuple[int, str]) -> list[EditionContent]:
    """The contents of editions that the caller has already been let see, by id and content hash, in one query at most.

    The hash is part of what is asked, so that a number used again after a rollback never shows the wrong edition.
    """
    found = {one: kept for one in wanted if (kept := _kept.get(one)) is not None}  # other threads add and drop meanwhile
    missing = [one for one in wanted if one not in found]
    if missing:
        rows = Edition.objects.filter(pk__in=[edition_id for edition_id, _ in missing]).values_list("pk", "content_hash", "document")
        for edition_id, content_hash, document in rows:
            if (edition_id, content_hash) in missing:
                found[edition_id, content_hash] = read(document)
    for old in list(_kept)[: max(len(_kept) + len(missing) - MOST_KEPT, 0)]:
        _kept.pop(old, None)
    _kept.update({one: found[one] for one in missing})
    return [found[one] for one in wanted]


def edition_content(edition_id: int, content_hash: str) -> EditionContent:
    """The content of one edition that the caller has already been let see (by a return, cycle or submission of theirs)."""
    return edition_contents((edition_id, content_hash))[0]
