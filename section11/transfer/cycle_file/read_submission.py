"""Reads what one unit sent."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from section11.evidence.vocabulary import EvidenceKind
from section11.lib.reading import EXTRA, Node, Parts
from section11.plans.rules import ActionText, is_complete
from section11.plans.vocabulary import Rag
from section11.returns.operations.import_submissions import BroughtSubmission
from section11.returns.rules.freezing import FrozenAction, FrozenAnswer, FrozenEvidence, FrozenNarrative, FrozenReturn
from section11.standards.rules.content import StatementContent
from section11.standards.vocabulary import REVIEW_SECTION, Form
from section11.transfer.cycle_file.content import SubmissionPart

UNREADABLE = datetime(1900, 1, 1, tzinfo=UTC)
REVIEW_PROMPTS = ("changed", "improve")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form asks of a sector kind, and all that the editions hold."""

    form: str
    levels: frozenset[str]
    statements: Mapping[str, StatementContent]  # every one, by ref
    asked: Mapping[str, StatementContent]  # in order
    standards: frozenset[str]
    prompts: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Answer:
    """An answer as the file has it."""

    level: str
    comment: str
    reason: str
    no_action_reason: str
    agreed: str
    evidence: tuple[FrozenEvidence, ...]
    evidence_extras: tuple[Mapping[str, Any], ...]
    extra: Mapping[str, Any]


def read_submission(node: Node, asked: Asked | None) -> SubmissionPart:
    """A submission; `asked` is None when the edition or the sector could not be read."""
    parts = node.parts(("submitted_at",), ("submitted_by", "signed_by", "answers", "narratives", "actions"))
    actions = _actions(parts, asked)
    answers = _answers(parts, asked)
    done = {action.statement_ref for action, _ in actions if is_complete(_text(action))}
    narratives, sections = _narratives(parts, asked)
    brought = BroughtSubmission(
        submitted_at=parts.moment("submitted_at") or UNREADABLE,
        submitted_by=parts.text("submitted_by", 200),
        signed_by=parts.text("signed_by", 200),
        content=FrozenReturn(
            answers=tuple(_frozen(s, answers.get(s.ref), s.ref in done) for s in _told(asked, answers)),
            narratives=narratives,
            actions=tuple(action for action, _ in actions),
        ),
        extra=parts.extra(),
        part_extras=_without_empty(
            {"answers": _extra_of(parts, "answers"), "narratives": _extra_of(parts, "narratives"), "narrative_sections": sections}
        ),
        answer_extras={ref: a.extra for ref, a in answers.items() if a.extra},
        evidence_extras={(ref, n): extra for ref, a in answers.items() for n, extra in enumerate(a.evidence_extras) if extra},
        action_extras={n: extra for n, (_, extra) in enumerate(actions) if extra},
    )
    return SubmissionPart(brought, {ref: a.agreed for ref, a in answers.items() if a.agreed})


def _told(asked: Asked | None, answers: Mapping[str, _Answer]) -> list[StatementContent]:
    """The statements that the submission keeps a row of: all asked; of a review only those it rates."""
    if asked is None:
        return []
    return [s for ref, s in asked.asked.items() if asked.form != Form.REVIEW or ref in answers]


def _answers(parts: Parts, asked: Asked | None) -> dict[str, _Answer]:
    answers = {}
    for ref, node in parts.entries("answers"):
        if asked is not None and ref not in asked.statements:
            node.wrong("no such statement")
        elif asked is not None and ref not in asked.asked:
            node.wrong(f"is not asked of this sector in the {asked.form} form")
        else:
            answers[ref] = _answer(node, asked)
    return answers


def _answer(node: Node, asked: Asked | None) -> _Answer:
    parts = node.parts(("level",), ("comment", "reason", "no_action_reason", "evidence", "agreed_level"))
    evidence = [_evidence(item) for item in parts.items("evidence")]
    return _Answer(
        level=_level(parts, "level", asked),
        comment=parts.text("comment"),
        reason=parts.text("reason"),
        no_action_reason=parts.text("no_action_reason"),
        agreed=_level(parts, "agreed_level", asked) if parts.has("agreed_level") else "",
        evidence=tuple(piece for piece, _ in evidence),
        evidence_extras=tuple(extra for _, extra in evidence),
        extra=parts.extra(),
    )


def _level(parts: Parts, name: str, asked: Asked | None) -> str:
    if name not in parts.value:
        return ""
    value = parts.value[name]
    if not isinstance(value, str) or (asked is not None and value not in asked.levels):
        parts.node(name).wrong("no such level")
        return ""
    return value


def _evidence(node: Node) -> tuple[FrozenEvidence, Mapping[str, Any]]:
    parts = node.parts(("title", "kind"), ("where",))
    kind = parts.one_of("kind", EvidenceKind, EvidenceKind.REFERENCE)
    return FrozenEvidence(parts.text("title", 200, blank=False), kind, parts.text("where")), parts.extra()


def _frozen(statement: StatementContent, answer: _Answer | None, has_action: bool) -> FrozenAnswer:
    return FrozenAnswer(
        standard_ref=statement.standard_ref,
        statement_ref=statement.ref,
        level=answer.level if answer else "",
        comment=answer.comment if answer else "",
        reason=answer.reason if answer else "",
        no_action_reason=answer.no_action_reason if answer else "",
        see="",
        has_action=has_action,
        evidence=answer.evidence if answer else (),
    )


def _actions(parts: Parts, asked: Asked | None) -> list[tuple[FrozenAction, Mapping[str, Any]]]:
    actions: list[tuple[FrozenAction, Mapping[str, Any]]] = []
    for node in parts.items("actions"):
        inside = node.parts((), ("statement", "what", "how", "who", "due", "rag", "progress"))
        ref = inside.text("statement") if inside.has("statement") else ""
        if ref and asked is not None and ref not in asked.statements:
            inside.node("statement").wrong("no such statement")
        action = FrozenAction(
            statement_ref=ref,
            what=inside.text("what"),
            how=inside.text("how"),
            who=inside.text("who", 200),
            due=inside.day("due"),
            rag=inside.one_of("rag", Rag, Rag.NOT_SET),
            progress=inside.text("progress"),
            wants_help=False,
        )
        actions.append((action, inside.extra()))
    return actions


def _text(action: FrozenAction) -> ActionText:
    return ActionText(what=action.what, who=action.who, due=action.due)


def _narratives(parts: Parts, asked: Asked | None) -> tuple[tuple[FrozenNarrative, ...], dict[str, Any]]:
    """The texts; and by section the extra of those that have one, or no text at all."""
    texts: list[FrozenNarrative] = []
    sections: dict[str, Any] = {}
    for section, node in parts.entries("narratives"):
        is_review = section == REVIEW_SECTION
        if is_review and asked is not None and asked.form != Form.REVIEW:
            node.wrong("belongs to the review form")
        elif not is_review and asked is not None and section not in asked.standards:
            node.wrong("no such standard")
        entries = list(node.entries())
        for prompt, inside in entries:
            allowed = REVIEW_PROMPTS if is_review else (asked.prompts if asked else {prompt})
            if prompt not in allowed:
                inside.wrong("no such prompt")
            texts.append(FrozenNarrative("" if is_review else section, prompt, inside.text()))
        extra = node.value.get(EXTRA) if isinstance(node.value, dict) else None
        if extra or not entries:
            sections[section] = extra or {}
    return tuple(texts), sections


def _extra_of(parts: Parts, name: str) -> Any:
    """The extra of a map that has no row of its own."""
    value = parts.value.get(name)
    return value.get(EXTRA) if isinstance(value, dict) else None


def _without_empty(extras: Mapping[str, Any]) -> dict[str, Any]:
    return {name: extra for name, extra in extras.items() if extra}
