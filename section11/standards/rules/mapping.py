"""What a mapping's document must be, and which statements it and shared keys pair. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from section11.lib.reading import Node, Parts, unique
from section11.standards.rules.content import EditionContent
from section11.standards.vocabulary import LOCAL_TOOL, MAPPING_FORMAT


@dataclass(frozen=True, slots=True)
class MappedPair:
    """A statement of one edition and one of another that ask the same, or nearly. `reason` empty: they have one key in one tool."""

    from_ref: str
    to_ref: str
    reason: str = ""


def check_mapping(node: Node) -> None:
    """Say what is wrong with a mapping by itself: its parts, and pairs that repeat."""
    parts = node.parts(("format", "from", "to", "title", "pairs"))
    if not parts.is_sound:
        return
    if parts.value.get("format", MAPPING_FORMAT) != MAPPING_FORMAT:
        parts.node("format").wrong(f"must be {MAPPING_FORMAT}")
    ends = [_check_reference(parts, name) for name in ("from", "to")]
    if ends[0] and ends[0] == ends[1]:
        parts.node("to").wrong("must be another edition than the one in from")
    parts.text("title", 200, blank=False)
    pairs = parts.items("pairs")
    if parts.value.get("pairs") == []:
        parts.node("pairs").wrong("needs at least one pair")
    named = []
    for pair in pairs:
        inside = pair.parts(("from", "to", "reason"))
        refs = [inside.text(name, 20, blank=False) for name in ("from", "to")]
        inside.text("reason", 500, blank=False)
        if all(refs):
            named.append((pair.place, " to ".join(refs)))
    unique(named, node.problems, "the pair")


def check_mapping_against(node: Node, editions: Mapping[str, EditionContent | None]) -> None:
    """Say which editions of a sound mapping are not there, and which of its statements they do not have.

    `editions`: what stands at `from` and at `to`; None = there is no such edition in the library.
    """
    parts = node.parts(("format", "from", "to", "title", "pairs"))
    for name, content in editions.items():
        if content is None:
            parts.node(name).wrong("no such edition in the library")
            continue
        for pair in parts.items("pairs"):
            inside = pair.parts(("from", "to", "reason"))
            if inside.value[name] not in content.statement_by_ref:
                inside.node(name).wrong(f"no such statement in {content.reference}")


def _check_reference(parts: Parts, name: str) -> str:
    """`tool/edition`, as files name an edition."""
    reference = parts.text(name, 141, blank=False)
    tool, slash, edition = reference.partition("/")
    if reference and not (slash and tool and edition and "/" not in edition):
        parts.node(name).wrong("must name an edition, like section-11/2026.1")
    elif tool == LOCAL_TOOL:
        parts.node(name).wrong(f"must not be of the tool {LOCAL_TOOL}: a partnership's own statements are not mapped")
    return reference


def pairs_of(document: Mapping[str, Any]) -> tuple[MappedPair, ...]:
    """The pairs of a valid mapping, as it was written."""
    return tuple(MappedPair(pair["from"], pair["to"], pair["reason"]) for pair in document["pairs"])


def turned(pairs: Sequence[MappedPair]) -> tuple[MappedPair, ...]:
    """The same pairs, read the other way round."""
    return tuple(MappedPair(pair.to_ref, pair.from_ref, pair.reason) for pair in pairs)


def paired(earlier: EditionContent, later: EditionContent, explicit: Sequence[MappedPair] = ()) -> tuple[MappedPair, ...]:
    """Every pair from one edition to another, in the order of the later one.

    The explicit ones, and statements of one key where both editions are of one tool. A statement that the mapping names is
    paired as it says, not by its key. An edition is paired with itself statement by statement.
    """
    if earlier.reference == later.reference:
        return tuple(MappedPair(ref, ref) for ref in later.statement_by_ref)
    found = list(explicit)
    if _tool(earlier) == _tool(later):
        named = {pair.from_ref for pair in explicit}, {pair.to_ref for pair in explicit}
        by_key = {statement.key: ref for ref, statement in earlier.statement_by_ref.items() if ref not in named[0]}
        for ref, statement in later.statement_by_ref.items():
            if ref not in named[1] and statement.key in by_key:
                found.append(MappedPair(by_key[statement.key], ref))
    before, after = _places(earlier), _places(later)
    return tuple(sorted(found, key=lambda pair: (after[pair.to_ref], before[pair.from_ref])))


def _tool(content: EditionContent) -> str:
    return content.reference.partition("/")[0]


def _places(content: EditionContent) -> dict[str, int]:
    return {ref: place for place, ref in enumerate(content.statement_by_ref)}
