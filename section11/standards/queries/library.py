"""The editions of the library: open to all, signed in or not, so no viewer is asked for."""

from dataclasses import dataclass

from django.db.models import Count, Q

from section11.lib.errors import Absent
from section11.standards.models import Edition
from section11.standards.queries.edition_content import edition_content
from section11.standards.rules.content import EditionContent

LIBRARY = Q(partnership=None, supplements=None)


@dataclass(frozen=True, slots=True)
class LibraryEdition:
    """An edition as the list shows it."""

    tool: str
    edition: str
    title: str
    follows: tuple[str, ...]
    standards: int
    statements: int
    light: int
    tiny: int


@dataclass(frozen=True, slots=True)
class LibraryFound:
    """One edition whole."""

    tool: str
    edition: str
    follows: tuple[str, ...]
    content: EditionContent


def library_editions() -> list[LibraryEdition]:
    """Every edition of the library, by tool, the newest first."""
    statements = "standards__statements"
    rows = Edition.objects.filter(LIBRARY).annotate(
        standard_count=Count("standards", distinct=True),
        statement_count=Count(statements, distinct=True),
        light_count=Count(statements, filter=Q(standards__statements__light=True), distinct=True),
        tiny_count=Count(statements, filter=Q(standards__statements__tiny=True), distinct=True),
    )
    return [
        LibraryEdition(
            tool=row.tool,
            edition=row.edition,
            title=row.title,
            follows=tuple(row.follows),
            standards=row.standard_count,
            statements=row.statement_count,
            light=row.light_count,
            tiny=row.tiny_count,
        )
        for row in rows.defer("document").order_by("tool", "-edition")
    ]


def library_edition(tool: str, edition: str) -> LibraryFound:
    """One edition of the library; `Absent` when it holds none of that name."""
    found = Edition.objects.filter(LIBRARY, tool=tool, edition=edition).values_list("pk", "content_hash", "follows").first()
    if found is None:
        raise Absent
    pk, content_hash, follows = found
    return LibraryFound(tool, edition, tuple(follows), edition_content(pk, content_hash))
