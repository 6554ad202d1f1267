"""Reads the parts of a cycle file before its invitations: partnership, edition and cycle."""

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from section11.cycles.rules.bands import DEFAULT_BANDS, in_order
from section11.cycles.rules.titles import RESERVED_SLUGS
from section11.directory.vocabulary import PartnershipKind, SectorKind
from section11.lib.reading import Node, Parts, Problems, unique
from section11.standards.rules.checking import check_edition, check_local_statements
from section11.standards.rules.content import EditionContent, edition_content
from section11.transfer.cycle_file.content import BandPart, CyclePart, EditionPart, PartnershipPart, SectorPart

FindEdition = Callable[[str], EditionContent | None]


def read_partnership(node: Node) -> PartnershipPart:
    """The partnership and its sectors."""
    parts = node.parts(("slug", "name", "kind"), ("sectors",))
    sectors = []
    for item in parts.items("sectors"):
        inside = item.parts(("key", "label", "kind"))
        kind = inside.one_of("kind", SectorKind, SectorKind.OTHER)
        sectors.append((item.place, SectorPart(inside.slug("key", 60), inside.text("label", 100, blank=False), kind, inside.extra())))
    unique([(f"{place}.key", sector.key) for place, sector in sectors], node.problems, "sector")
    return PartnershipPart(
        slug=parts.slug("slug", 60),
        name=parts.text("name", 200, blank=False),
        kind=parts.one_of("kind", PartnershipKind, PartnershipKind.CHILDREN),
        sectors=tuple(sector for _, sector in sectors),
        extra=parts.extra(),
    )


def read_edition(node: Node, find_edition: FindEdition) -> EditionPart:
    """The edition's document, or one that is here already."""
    if isinstance(node.value, dict) and "ref" in node.value:
        parts = node.parts(("ref",))
        reference = parts.text("ref", 150)
        content = find_edition(reference)
        if content is None:
            parts.node("ref").wrong(f"there is no edition {reference} here: put the edition itself in the file")
        return EditionPart(None, reference, content, parts.extra())
    inner = Problems()
    check_edition(Node(node.value, node.place, inner))
    for place, words in inner.found.items():
        node.problems.add(place, words)
    content = None if inner.found else edition_content(node.value)
    return EditionPart(node.value if isinstance(node.value, dict) else {}, content.reference if content else "", content)


def read_cycle(node: Node, content: EditionContent | None) -> CyclePart:
    """The cycle, its bands and local statements."""
    parts = node.parts(("slug", "title"), ("opens", "due", "rolling", "bands", "local_statements"))
    slug = parts.slug("slug", 60)
    if slug in RESERVED_SLUGS:
        parts.node("slug").wrong(f"must not be {slug}: that word has a page of its own")
    opens, due = parts.day("opens"), parts.day("due")
    if opens and due and due < opens:
        parts.node("due").wrong("is before the day the audit opens")
    return CyclePart(
        slug=slug,
        title=parts.text("title", 200, blank=False),
        opens=opens,
        due=due,
        rolling=parts.flag("rolling"),
        bands=_bands(parts),
        local_statements=_local_statements(parts, content),
        extra=parts.extra(),
    )


def _bands(parts: Parts) -> tuple[BandPart, ...]:
    """The cycle's bands; those of every new cycle where the file names none."""
    if "bands" not in parts.value:
        return tuple(BandPart(key, band.label, band.at_least, band.follow_up, {}) for key, band in in_order(DEFAULT_BANDS))
    bands, keys, starts = [], [], []
    for item in parts.items("bands"):
        inside = item.parts(("key", "label", "at_least"), ("follow_up",))
        at_least = inside.number("at_least", least=0, most=100, decimals=4)
        if at_least is None and "at_least" in inside.value:
            inside.node("at_least").wrong("must be a number")
        key = inside.slug("key", 40)
        bands.append(
            BandPart(key, inside.text("label", 100, blank=False), Decimal(str(at_least or 0)), inside.flag("follow_up"), inside.extra())
        )
        keys.append((f"{item.place}.key", key))
        starts.append((f"{item.place}.at_least", "" if at_least is None else f"{at_least:g}"))
    unique(keys, parts.problems, "band")
    unique(starts, parts.problems, "a band that starts at")
    return tuple(bands)


def _local_statements(parts: Parts, content: EditionContent | None) -> tuple[dict[str, Any], ...]:
    nodes = parts.items("local_statements")
    levels = set(content.level_by_key) if content else None
    taken = {s.key for s in content.statement_by_ref.values()} if content else set()
    check_local_statements(nodes, levels, taken)
    for node in nodes:
        ref = node.value.get("ref") if isinstance(node.value, dict) else None
        if content and isinstance(ref, str) and ref in content.statement_by_ref:
            node.wrong(f"{ref} is already a statement of the edition")
    return tuple(node.value for node in nodes if isinstance(node.value, dict))
