"""What an edition's document must be. Everything that is wrong is told at once, each fault with its place."""

import re
from collections.abc import Set

from section11.directory.vocabulary import SectorKind
from section11.lib.reading import EXTRA, Node, Parts, unique
from section11.standards.vocabulary import EDITION_FORMAT, LOCAL_STANDARD, LOCAL_TOOL, REVIEW_SECTION, Audience, Form, LevelClass

LOCAL_REF = re.compile(rf"{LOCAL_STANDARD}\d*")  # `L1`
UNANSWERED = "unanswered"  # what figures call it: no level may be called that
STATEMENT_PARTS = (
    ("ref", "key", "text"),
    (
        "light",
        "tiny",
        "must_meet",
        "audience",
        "not_for",
        "only_for",
        "guidance",
        "guidance_for",
        "looks_like",
        "looks_like_for",
        "evidence_examples",
        "evidence_examples_for",
        "impact",
    ),
)


def check_edition(node: Node) -> None:
    """Say what is wrong with a whole edition."""
    parts = node.parts(("format", "tool", "edition", "title", "scale", "standards"), ("follows", "prompts", "fit"))
    if not parts.is_sound:
        return
    if parts.value.get("format", EDITION_FORMAT) != EDITION_FORMAT:
        parts.node("format").wrong(f"must be {EDITION_FORMAT}")
    if parts.slug("tool", 80) == LOCAL_TOOL:
        parts.node("tool").wrong(f"must not be {LOCAL_TOOL}: that is for a partnership's own statements")
    _edition_name(parts)
    parts.text("title", 200, blank=False)
    for title in parts.items("follows"):
        title.text(300, blank=False)
    levels = _check_scale(parts.node("scale")) if "scale" in parts.value else None
    _check_prompts(parts)
    for question in parts.items("fit"):
        inside = question.parts(("question", "fits"))
        inside.text("question", 300, blank=False)
        inside.flag("fits")
    _check_standards(parts, levels)


def check_supplement(node: Node, level_keys: Set[str]) -> None:
    """Say what is wrong with a supplement: one standard of local statements, rated on the scale of another edition."""
    parts = node.parts(("format", "tool", "edition", "title", "standards"))
    for standard in parts.items("standards"):
        inside = standard.parts(("ref", "title", "statements"))
        check_local_statements(inside.items("statements"), level_keys)


def check_local_statements(nodes: list[Node], level_keys: Set[str] | None, taken_keys: Set[str] = frozenset()) -> None:
    """Say what is wrong with a cycle's local statements; `taken_keys` are those of the edition they stand beside.

    Without `level_keys` (the scale itself is wrong) no level is told wrong.
    """
    for number, node in enumerate(nodes, 1):
        parts = _check_statement(node, level_keys)
        if parts.is_sound and "ref" in parts.value and parts.value["ref"] != f"{LOCAL_STANDARD}{number}":
            parts.node("ref").wrong(f"must be {LOCAL_STANDARD}{number}: local statements are numbered in order")
        if isinstance(key := parts.value.get("key"), str) and key in taken_keys:
            parts.node("key").wrong(f"{key} is already a statement of the edition")
    _unique(nodes, "key")


def _edition_name(parts: Parts) -> None:
    name = parts.text("edition", 60, blank=False)
    if not all(c.isascii() and (c.isalnum() or c in "._-") for c in name):
        parts.node("edition").wrong("must be letters, digits, dots, hyphens and underscores only")


def _check_scale(node: Node) -> set[str]:
    """The keys of the levels, for the statements to be checked against."""
    parts = node.parts(("levels",))
    levels = parts.items("levels")
    if parts.is_sound and "levels" in parts.value and parts.value["levels"] == []:
        parts.node("levels").wrong("needs at least one level")
    keys: set[str] = set()
    pointed: list[bool] = []
    for level in levels:
        inside = level.parts(("key", "label", "class"), ("points", "needs_action", "needs_reason"))
        key = inside.slug("key", 40)
        if key in (UNANSWERED, EXTRA):
            inside.node("key").wrong(f"must not be {key}: figures use that word")
        keys.add(key)
        inside.text("label", 100, blank=False)
        level_class = inside.one_of("class", LevelClass, LevelClass.MET)
        inside.number("points", least=0, most=100_000, decimals=3)
        if level_class is not LevelClass.NOT_APPLICABLE:
            pointed.append(inside.has("points"))
        elif inside.has("points"):
            inside.node("points").wrong("a level that means not applicable has no points")
        inside.flag("needs_action")
        inside.flag("needs_reason")
    if any(pointed) and not all(pointed):
        parts.node("levels").wrong("points belong on every level that is not a not-applicable one, or on none")
    _unique(levels, "key")
    return keys


def _check_prompts(parts: Parts) -> None:
    prompts = parts.items("prompts")
    for prompt in prompts:
        inside = prompt.parts(("key", "label"), ("forms",))
        if inside.slug("key", 40) == EXTRA:
            inside.node("key").wrong(f"must not be {EXTRA}")
        inside.text("label", 300, blank=False)
        forms = inside.items("forms")
        for form in forms:
            form.one_of(Form)
        _unique_values(forms)
    _unique(prompts, "key")


def _check_standards(parts: Parts, levels: Set[str] | None) -> None:
    standards = parts.items("standards")
    if parts.value.get("standards") == []:
        parts.node("standards").wrong("needs at least one standard")
    statements: list[Node] = []
    for standard in standards:
        inside = standard.parts(("ref", "title", "statements"), ("question",))
        if _check_ref(inside) in (LOCAL_STANDARD, REVIEW_SECTION):
            inside.node("ref").wrong(f"must not be {LOCAL_STANDARD} or {REVIEW_SECTION}: they have a meaning of their own")
        inside.text("title", 200, blank=False)
        inside.text("question")
        if inside.value.get("statements") == []:
            inside.node("statements").wrong("needs at least one statement")
        found = inside.items("statements")
        for statement in found:
            told = _check_statement(statement, levels)
            if isinstance(ref := told.value.get("ref"), str) and LOCAL_REF.fullmatch(ref):
                told.node("ref").wrong(f"must not be {ref}: that is what a partnership's own statements are called")
        statements += found
    _unique(standards, "ref")
    _unique(statements, "ref")
    _unique(statements, "key")


def _check_statement(node: Node, levels: Set[str] | None) -> Parts:
    parts = node.parts(*STATEMENT_PARTS)
    _check_ref(parts)
    parts.slug("key", 100)
    parts.text("text", blank=False)
    parts.flag("light")
    parts.flag("tiny")
    parts.flag("must_meet")
    parts.one_of("audience", Audience, Audience.CHILDREN)
    for name in ("not_for", "only_for"):
        kinds = parts.items(name)
        for kind in kinds:
            kind.one_of(SectorKind)
        _unique_values(kinds)
    parts.text("guidance")
    parts.text("impact")
    _check_looks_like(parts.entries("looks_like"), levels)
    for example in parts.items("evidence_examples"):
        example.text(blank=False)
    for _, text in _for_kinds(parts, "guidance_for"):
        text.text()
    for _, looks in _for_kinds(parts, "looks_like_for"):
        _check_looks_like(list(looks.entries()), levels)
    for _, examples in _for_kinds(parts, "evidence_examples_for"):
        for example in examples.items():
            example.text(blank=False)
    return parts


def _for_kinds(parts: Parts, name: str) -> list[tuple[str, Node]]:
    entries = parts.entries(name)
    for kind, node in entries:
        if kind not in set(SectorKind):
            node.wrong("no such sector kind")
    return entries


def _check_looks_like(entries: list[tuple[str, Node]], levels: Set[str] | None) -> None:
    for key, node in entries:
        if levels is not None and key not in levels:
            node.wrong("no such level")
        node.text()


def _check_ref(parts: Parts) -> str:
    ref = parts.text("ref", 20, blank=False)
    if ref == EXTRA or ref != ref.strip():
        parts.node("ref").wrong(f"must not be {EXTRA}, and must not begin or end with a space")
    return ref


def _unique(nodes: list[Node], name: str) -> None:
    """No two of these objects may share the value of this part."""
    pairs = [
        (f"{node.place}.{name}", value) for node in nodes if isinstance(node.value, dict) and isinstance(value := node.value.get(name), str)
    ]
    if nodes:
        unique(pairs, nodes[0].problems, name)


def _unique_values(nodes: list[Node]) -> None:
    if nodes:
        unique([(node.place, node.value) for node in nodes if isinstance(node.value, str)], nodes[0].problems, "")
