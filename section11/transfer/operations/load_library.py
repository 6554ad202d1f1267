"""Publish the library that ships with the product."""

from datetime import datetime

from section11.lib.errors import Absent
from section11.lib.viewer import SystemViewer, Viewer
from section11.standards.operations.publish_edition import publish_edition
from section11.standards.operations.publish_mapping import publish_mapping
from section11.standards.queries.editions import editions_for
from section11.standards.queries.mappings import mapping_hashes
from section11.standards.rules.canonical import content_hash
from section11.transfer.edition_file.read_file import library_files, read_edition_file
from section11.transfer.mapping_file.read_file import mapping_files, read_mapping_file


def load_library(viewer: Viewer, *, at: datetime) -> list[str]:
    """Publish every edition of the library that is not here yet, then its mappings; only the product itself does. Gives those new.

    An edition that is here stays as it was published, whatever its file says now: a correction is a new edition. A mapping whose
    file has changed is published anew, and counts from then on.
    """
    if not isinstance(viewer, SystemViewer):
        raise Absent
    here = {edition.reference for edition in editions_for(viewer) if edition.is_library}
    published = []
    for path in library_files():
        document = read_edition_file(path.read_bytes())
        reference = f"{document['tool']}/{document['edition']}"
        if reference not in here:
            publish_edition(viewer, document, partnership_id=None, at=at)
            published.append(reference)
    standing = mapping_hashes()
    for path in mapping_files():
        document = read_mapping_file(path.read_bytes())
        before, after = document["from"], document["to"]
        if standing.get((before, after)) != content_hash(document):
            publish_mapping(viewer, document, at=at)
            published.append(f"{before} to {after}")
    return published
