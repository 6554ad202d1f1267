"""An edition's document as frozen objects: what pages read and rules reason over. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from section11.standards.vocabulary import Form, LevelClass


@dataclass(frozen=True, slots=True)
class LevelContent:
    """One answer of the scale."""

    key: str
    label: str
    level_class: LevelClass
    points: int | float | None = None
    needs_action: bool = False
    needs_reason: bool = False


@dataclass(frozen=True, slots=True)
class PromptContent:
    """A narrative asked once per standard, in these forms."""

    key: str
    label: str
    forms: tuple[str, ...] = (Form.FULL, Form.LIGHT)


REVIEW_PROMPTS = (
    PromptContent("changed", "What has changed since last time?", (Form.REVIEW,)),
    PromptContent("improve", "What will you improve?", (Form.REVIEW,)),
)


@dataclass(frozen=True, slots=True)
class WordingContent:
    """What a statement means to one kind of reader."""

    guidance: str  # everyone's
    for_you: str  # this kind of reader's own, may be empty
    looks_like: Mapping[str, str]  # level key -> text
    evidence_examples: tuple[str, ...]
    impact: str  # who was better off, and how you would know


@dataclass(frozen=True)
class StatementContent:
    """One thing that is rated. `source` is its part of the document."""

    standard_ref: str
    ref: str
    key: str
    text: str
    light: bool
    tiny: bool
    must_meet: bool
    audience: str
    not_for: tuple[str, ...]
    only_for: tuple[str, ...]
    source: Mapping[str, Any] = field(repr=False, compare=False)

    def is_asked(self, form: str, kind: str) -> bool:
        """Whether a form asks it of a sector kind. A review may ask every statement that is for that kind."""
        if kind in self.not_for or (self.only_for and kind not in self.only_for):
            return False
        if form == Form.TINY:
            return self.tiny
        return self.light if form == Form.LIGHT else True

    def wording(self, kind: str) -> WordingContent:
        """Guidance, levels and examples for a sector kind; what is not written for it falls back to everyone's."""
        part = self.source
        return WordingContent(
            guidance=part.get("guidance", ""),
            for_you=part.get("guidance_for", {}).get(kind, ""),
            looks_like={**part.get("looks_like", {}), **part.get("looks_like_for", {}).get(kind, {})},
            evidence_examples=tuple(part.get("evidence_examples_for", {}).get(kind) or part.get("evidence_examples", ())),
            impact=part.get("impact", ""),
        )


@dataclass(frozen=True, slots=True)
class FitQuestion:
    """One yes-or-no question that tells whether the tiny form fits; `fits` is the answer that says so."""

    question: str
    fits: bool


@dataclass(frozen=True, slots=True)
class StandardContent:
    """A standard and its statements, in order."""

    ref: str
    title: str
    question: str
    statements: tuple[StatementContent, ...]

    def asked(self, form: str, kind: str) -> tuple[StatementContent, ...]:
        """The statements that a form asks of a sector kind."""
        return tuple(s for s in self.statements if s.is_asked(form, kind))


@dataclass(frozen=True)
class EditionContent:
    """A whole edition: its scale, prompts and standards, in the document's order."""

    reference: str
    title: str
    levels: tuple[LevelContent, ...]
    prompts: tuple[PromptContent, ...]
    standards: tuple[StandardContent, ...]
    fit: tuple[FitQuestion, ...] = ()

    @cached_property
    def level_by_key(self) -> Mapping[str, LevelContent]:
        """The levels by key."""
        return {level.key: level for level in self.levels}

    @cached_property
    def statement_by_ref(self) -> Mapping[str, StatementContent]:
        """Every statement by ref."""
        return {s.ref: s for standard in self.standards for s in standard.statements}

    @cached_property
    def standard_by_ref(self) -> Mapping[str, StandardContent]:
        """Every standard by ref."""
        return {standard.ref: standard for standard in self.standards}

    @property
    def not_applicable(self) -> LevelContent | None:
        """The level that says a statement does not apply, where the scale has one."""
        return next((level for level in self.levels if level.level_class is LevelClass.NOT_APPLICABLE), None)

    def prompts_of(self, form: str) -> tuple[PromptContent, ...]:
        """The narratives that a form asks for in each standard."""
        return tuple(p for p in self.prompts if form in p.forms)

    def asked(self, form: str, kind: str) -> tuple[StatementContent, ...]:
        """Every statement that a form asks of a sector kind, in order."""
        return tuple(s for standard in self.standards for s in standard.asked(form, kind))


def edition_content(document: Mapping[str, Any]) -> EditionContent:
    """Read a valid edition document."""
    return EditionContent(
        reference=f"{document['tool']}/{document['edition']}",
        title=document["title"],
        levels=tuple(
            LevelContent(
                key=level["key"],
                label=level["label"],
                level_class=LevelClass(level["class"]),
                points=level.get("points"),
                needs_action=level.get("needs_action", False),
                needs_reason=level.get("needs_reason", False),
            )
            for level in document.get("scale", {}).get("levels", ())  # a supplement has none of its own
        ),
        prompts=tuple(
            PromptContent(key=p["key"], label=p["label"], forms=tuple(p.get("forms") or (Form.FULL, Form.LIGHT)))
            for p in document.get("prompts", ())
        ),
        standards=tuple(
            StandardContent(
                ref=standard["ref"],
                title=standard["title"],
                question=standard.get("question", ""),
                statements=tuple(_statement(standard["ref"], s) for s in standard["statements"]),
            )
            for standard in document["standards"]
        ),
        fit=tuple(FitQuestion(question=f["question"], fits=f["fits"]) for f in document.get("fit", ())),
    )


def _statement(standard_ref: str, part: Mapping[str, Any]) -> StatementContent:
    return StatementContent(
        standard_ref=standard_ref,
        ref=part["ref"],
        key=part.get("key", part["ref"]),
        text=part["text"],
        light=part.get("light", False),
        tiny=part.get("tiny", False),
        must_meet=part.get("must_meet", False),
        audience=part.get("audience", "children"),
        not_for=tuple(part.get("not_for", ())),
        only_for=tuple(part.get("only_for", ())),
        source=part,
    )
