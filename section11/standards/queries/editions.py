"""The editions that a viewer may use: the library's, and their own partnership's."""

from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from section11.directory.models import Participation
from section11.lib.errors import Absent
from section11.lib.viewer import Viewer
from section11.standards.models import Edition
from section11.standards.queries.edition_content import edition_content
from section11.standards.rules.content import EditionContent


@dataclass(frozen=True, slots=True)
class EditionHead:
    """An edition in a list to choose from."""

    id: int
    reference: str
    title: str
    content_hash: str
    follows: tuple[str, ...]
    is_library: bool
    standards: int
    statements: int
    light_statements: int


def editions_for(viewer: Viewer) -> list[EditionHead]:
    """Every edition that this viewer may read, by tool, the newest first; supplements are not among them."""
    rows = _readable(viewer).annotate(
        standard_count=Count("standards", distinct=True),
        statement_count=Count("standards__statements", distinct=True),
        light_count=Count("standards__statements", filter=Q(standards__statements__light=True), distinct=True),
    )
    return [
        EditionHead(
            id=row.pk,
            reference=row.reference,
            title=row.title,
            content_hash=row.content_hash,
            follows=tuple(row.follows),
            is_library=row.partnership_id is None,
            standards=row.standard_count,
            statements=row.statement_count,
            light_statements=row.light_count,
        )
        for row in rows.defer("document").order_by("tool", "-edition", "partnership")
    ]


@dataclass(frozen=True, slots=True)
class EditionFound:
    """An edition whole, with its id."""

    id: int
    content_hash: str
    content: EditionContent


def find_edition(viewer: Viewer, reference: str) -> EditionFound | None:
    """The edition of that reference (`tool/edition`) which the viewer may read, the partnership's own before the library's."""
    tool, _, edition = reference.partition("/")
    found = list(_readable(viewer).filter(tool=tool, edition=edition).values_list("partnership_id", "pk", "content_hash"))
    if not found:
        return None
    _, pk, content_hash = min(found, key=lambda row: row[0] is None)
    return EditionFound(pk, content_hash, edition_content(pk, content_hash))


def edition_for(viewer: Viewer, tool: str, edition: str) -> EditionContent:
    """One edition whole, the partnership's own before the library's of the same name; `Absent` when it is not theirs to read."""
    found = find_edition(viewer, f"{tool}/{edition}")
    if found is None:
        raise Absent
    return found.content


def _readable(viewer: Viewer) -> QuerySet[Edition]:
    """The library's, those of the viewer's partnership, and those of partnerships in which their organisation takes part."""
    takes_part = Participation.objects.filter(partnership=OuterRef("partnership"), organisation=viewer.organisation_id)
    whose = Q(partnership=None)
    if viewer.partnership_id is not None:
        whose |= Q(partnership=viewer.partnership_id)
    if viewer.organisation_id is not None:
        whose |= Q(Exists(takes_part))
    return Edition.objects.filter(whose, supplements=None)
