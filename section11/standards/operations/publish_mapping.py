"""Publish a mapping between two editions."""

from collections.abc import Mapping as Document
from datetime import datetime
from typing import Any

from django.db import transaction

from section11.activity.operations.record_event import record_event
from section11.lib.errors import Absent, Refused
from section11.lib.plain import plain_problems
from section11.lib.reading import Node, Problems
from section11.lib.refs import ref
from section11.lib.viewer import SystemViewer, Viewer
from section11.standards.models import Edition, MappedStatement, Mapping, Statement
from section11.standards.queries.edition_content import edition_content
from section11.standards.rules.canonical import content_hash
from section11.standards.rules.mapping import check_mapping, check_mapping_against


def publish_mapping(viewer: Viewer, document: Document[str, Any], *, at: datetime) -> Mapping:
    """Publish which statements of two library editions ask the same; only the product itself does.

    A mapping never changes: one that says something else is a new mapping, and the newest between two editions counts. When the
    newest says the same already, it is given back as it stands.
    """
    if not isinstance(viewer, SystemViewer):
        raise Absent
    problems = Problems()
    node = Node(document, "", problems)
    if plain_problems(document, problems):
        check_mapping(node)
    if problems.found:
        raise Refused(problems.found)
    ends = {name: _library_edition(document[name]) for name in ("from", "to")}
    contents = {name: edition_content(edition.pk, edition.content_hash) if edition else None for name, edition in ends.items()}
    check_mapping_against(node, contents)
    before, after = ends["from"], ends["to"]
    if problems.found or before is None or after is None:
        raise Refused(problems.found)
    told = content_hash(document)
    with transaction.atomic():
        Edition.objects.select_for_update(of=("self",), no_key=True).only("pk").get(pk=before.pk)  # one mapping of it at a time
        standing = Mapping.objects.filter(from_edition=before, to_edition=after).order_by("-pk").first()
        if standing is not None and standing.content_hash == told:
            return standing
        mapping = Mapping.objects.create(
            from_edition=before, to_edition=after, title=document["title"], content_hash=told, document=document, published_at=at
        )
        _write_pairs(mapping, document)
        record_event(
            "library",
            verb="mapping-published",
            actor=viewer.person_ref,
            subject=ref("mapping", mapping.pk),
            at=at,
            details={"from": document["from"], "to": document["to"], "content_hash": told},
        )
    return mapping


def _library_edition(reference: str) -> Edition | None:
    tool, _, name = reference.partition("/")
    return Edition.objects.filter(partnership=None, supplements=None, tool=tool, edition=name).defer("document").first()


def _write_pairs(mapping: Mapping, document: Document[str, Any]) -> None:
    rows = Statement.objects.filter(standard__edition__in=[mapping.from_edition_id, mapping.to_edition_id])
    ids = {(edition_id, name): pk for edition_id, name, pk in rows.values_list("standard__edition_id", "ref", "pk")}
    MappedStatement.objects.bulk_create(
        MappedStatement(
            mapping=mapping,
            from_statement_id=ids[mapping.from_edition_id, pair["from"]],
            to_statement_id=ids[mapping.to_edition_id, pair["to"]],
            reason=pair["reason"],
        )
        for pair in document["pairs"]
    )
