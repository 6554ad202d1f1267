"""Publish an edition of an audit tool."""

from collections.abc import Mapping
from datetime import datetime
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q

from section11.activity.operations.record_event import record_event
from section11.directory.vocabulary import Role
from section11.lib.errors import Absent, Refused
from section11.lib.plain import plain_problems
from section11.lib.reading import Node, Problems
from section11.lib.refs import ref
from section11.lib.viewer import SystemViewer, Viewer
from section11.standards.models import Edition, Level, Prompt, Standard, Statement, Wording
from section11.standards.rules.canonical import content_hash
from section11.standards.rules.checking import check_edition, check_supplement
from section11.standards.rules.content import EditionContent, StatementContent, edition_content


def publish_edition(
    viewer: Viewer, document: Mapping[str, Any], *, partnership_id: int | None, at: datetime, supplements: int | None = None
) -> Edition:
    """Publish an edition for good: in the library by the product itself, a partnership's own by its officers.

    The same edition with equal content, in the library or the partnership's own, is given back as it stands; with other content
    it is refused. A supplement is rated on the scale of the edition whose id it `supplements`.
    """
    if not _may(viewer, partnership_id):
        raise Absent
    problems = Problems()
    plain_problems(document, problems)
    if not problems.found:
        if supplements is None:
            check_edition(Node(document, "", problems))
        else:
            check_supplement(Node(document, "", problems), set(Level.objects.filter(edition=supplements).values_list("key", flat=True)))
    if problems.found:
        raise Refused(problems.found)
    content, told = edition_content(document), content_hash(document)
    standing = _edition_called(content.reference, partnership_id)
    if standing is not None:
        if standing.content_hash == told and standing.supplements_id == supplements:
            return standing
        raise Refused({"edition": f"{content.reference} is already here with other content: give this one a name of its own"})
    try:
        with transaction.atomic():
            edition = Edition.objects.create(
                tool=document["tool"],
                edition=document["edition"],
                title=content.title,
                partnership_id=partnership_id,
                supplements_id=supplements,
                follows=document.get("follows", []),
                content_hash=told,
                document=document,
                published_at=at,
            )
            _write_parts(edition, content)
            record_event(
                ref("partnership", partnership_id) if partnership_id else "library",
                verb="edition-published",
                actor=viewer.person_ref,
                subject=ref("edition", edition.pk),
                at=at,
                details={"edition": content.reference, "content_hash": told},
            )
    except IntegrityError:
        raise Refused({"edition": f"{content.reference} was published by somebody else just now: try again"}) from None
    return edition


def _edition_called(reference: str, partnership_id: int | None) -> Edition | None:
    """The edition of that reference which a partnership may use: its own, else the library's."""
    tool, _, name = reference.partition("/")
    whose = Q(partnership=None) | Q(partnership=partnership_id) if partnership_id else Q(partnership=None)
    found = sorted(Edition.objects.filter(whose, tool=tool, edition=name), key=lambda edition: edition.partnership_id is None)
    return found[0] if found else None


def _may(viewer: Viewer, partnership_id: int | None) -> bool:
    if partnership_id is None:
        return isinstance(viewer, SystemViewer)
    return viewer.partnership_id == partnership_id and viewer.has(Role.OFFICER)


def _write_parts(edition: Edition, content: EditionContent) -> None:
    Level.objects.bulk_create(
        Level(
            edition=edition,
            order=order,
            key=level.key,
            label=level.label,
            level_class=level.level_class,
            points=None if level.points is None else Decimal(str(level.points)),
            needs_action=level.needs_action,
            needs_reason=level.needs_reason,
        )
        for order, level in enumerate(content.levels)
    )
    Prompt.objects.bulk_create(
        Prompt(edition=edition, order=order, key=prompt.key, label=prompt.label, forms=list(prompt.forms))
        for order, prompt in enumerate(content.prompts)
    )
    standards = Standard.objects.bulk_create(
        Standard(edition=edition, order=order, ref=standard.ref, title=standard.title, question=standard.question)
        for order, standard in enumerate(content.standards)
    )
    pairs = [(row, part) for row, standard in zip(standards, content.standards, strict=True) for part in standard.statements]
    statements = Statement.objects.bulk_create(_statement(row, part, order) for order, (row, part) in enumerate(pairs))
    Wording.objects.bulk_create(
        wording for row, (_, part) in zip(statements, pairs, strict=True) for wording in _wordings(row, part.source)
    )


def _statement(standard: Standard, part: StatementContent, order: int) -> Statement:
    return Statement(
        standard=standard,
        order=order,
        ref=part.ref,
        key=part.key,
        text=part.text,
        light=part.light,
        tiny=part.tiny,
        must_meet=part.must_meet,
        audience=part.audience,
        not_for=list(part.not_for),
        only_for=list(part.only_for),
    )


def _wordings(statement: Statement, part: Mapping[str, Any]) -> list[Wording]:
    """Everybody's wording and one for each kind that has any of its own."""
    kinds = sorted(
        {kind for name in ("guidance_for", "looks_like_for", "evidence_examples_for") for kind in part.get(name, {})} - {"extra"}
    )
    own = [
        Wording(
            statement=statement,
            sector_kind=kind,
            guidance=part.get("guidance_for", {}).get(kind, ""),
            looks_like=part.get("looks_like_for", {}).get(kind, {}),
            evidence_examples=part.get("evidence_examples_for", {}).get(kind, []),
        )
        for kind in kinds
    ]
    everyone = Wording(
        statement=statement,
        guidance=part.get("guidance", ""),
        looks_like=part.get("looks_like", {}),
        evidence_examples=part.get("evidence_examples", []),
        impact=part.get("impact", ""),
    )
    return [everyone, *own]
