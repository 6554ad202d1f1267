"""A whole submission, to read."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import F

from section11.evidence.vocabulary import EvidenceKind
from section11.lib.viewer import Viewer
from section11.plans.rules.waiting import standing_words
from section11.returns.models import SubmittedAction, SubmittedAnswer, SubmittedNarrative
from section11.returns.queries.beside import Change, change_of, last_level, read_level
from section11.returns.queries.submissions import SubmissionHead, readable_head
from section11.standards.queries.edition_content import edition_contents
from section11.standards.rules.content import REVIEW_PROMPTS, LevelContent, PromptContent

CITED = ("title", "kind", "where", "item_id")


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """A piece of evidence as cited. `item_id` is there when it can be opened."""

    title: str
    kind: str
    where: str
    item_id: int | None


@dataclass(frozen=True, slots=True)
class LivingAction:
    """How an action that was submitted stands by now, in words."""

    action_id: int
    words: str


@dataclass(frozen=True, slots=True)
class ActionLine:
    """An action as it stood."""

    statement_ref: str
    what: str
    how: str
    who: str
    due: date | None
    rag: str
    progress: str
    wants_help: bool
    action_id: int = field(default=0, compare=False)  # as submitted
    living: LivingAction | None = field(default=None, compare=False)  # as it is by now; those of older imported audits do not live on


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """One asked statement and what was answered; `level` None = unanswered."""

    ref: str
    key: str
    text: str
    must_meet: bool
    level: LevelContent | None
    comment: str
    reason: str
    no_action_reason: str
    see: str
    evidence: tuple[EvidenceLine, ...]
    actions: tuple[ActionLine, ...]
    last: str = ""  # the level's label in the unit's previous return to this partnership
    change: Change = Change.NONE  # since then
    carried: bool = False  # it began with last time's level, which was confirmed as it was


@dataclass(frozen=True, slots=True)
class StandardPart:
    """A standard of a submission: its answers and narratives (prompt label and text)."""

    ref: str
    title: str
    question: str
    answers: tuple[AnswerLine, ...]
    narratives: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SubmissionView:
    """A whole submission, to read."""

    head: SubmissionHead
    levels: tuple[LevelContent, ...]
    standards: tuple[StandardPart, ...]
    other_narratives: tuple[tuple[str, str], ...]
    actions: tuple[ActionLine, ...]

    def since_last_time(self, change: str) -> list[AnswerLine]:
        """The answers that stand so to last time's (same, changed, new), in order."""
        return [a for standard in self.standards for a in standard.answers if a.change == change]


def _living(frozen: SubmittedAction) -> LivingAction | None:
    action = frozen.action
    if action is None:
        return None
    return LivingAction(action.pk, standing_words(action.state, action.rag, action.due, due_before=frozen.due))


def submission(viewer: Viewer, reference: str) -> SubmissionView:
    """One submission, whole; `Absent` when there is none or it is not for this viewer."""
    return _whole(readable_head(viewer, reference=reference))


def _whole(head: SubmissionHead) -> SubmissionView:
    wanted = [(head.edition_id, head.edition_hash)]
    if head.local_edition_id and head.local_edition_hash:
        wanted.append((head.local_edition_id, head.local_edition_hash))
    contents = edition_contents(*wanted)
    main = contents[0]
    rows, evidence = _answers(head)
    last = {ref: read_level(row["last"]) for ref, row in rows.items()}
    knows_last = any(last.values())
    actions = [
        ActionLine(a.ref or "", a.what, a.how, a.who, a.due, a.rag, a.progress, a.wants_help, a.pk, _living(a))
        for a in SubmittedAction.objects.filter(submission_id=head.submission_id)
        .select_related("action")
        .annotate(ref=F("statement__ref"))
        .order_by("order")
    ]
    texts = {
        (n.standard_ref or "", n.prompt): n.text
        for n in SubmittedNarrative.objects.filter(submission_id=head.submission_id).annotate(standard_ref=F("standard__ref"))
    }
    standards = []
    for content in contents:
        for standard in content.standards:
            lines = tuple(
                AnswerLine(
                    ref=s.ref,
                    key=s.key,
                    text=s.text,
                    must_meet=s.must_meet,
                    level=(level := main.level_by_key.get(rows[s.ref]["level__key"] or "")),
                    comment=rows[s.ref]["comment"],
                    reason=rows[s.ref]["reason"],
                    no_action_reason=rows[s.ref]["no_action_reason"],
                    see=rows[s.ref]["see__ref"] or "",
                    evidence=tuple(evidence[s.ref]),
                    actions=tuple(a for a in actions if a.statement_ref == s.ref),
                    last=said.label if (said := last[s.ref]) else "",
                    change=change_of(level, said, main.levels) if knows_last else Change.NONE,
                    carried=rows[s.ref]["carried"],
                )
                for s in standard.statements
                if s.ref in rows
            )
            narratives = _narratives(main.prompts, texts, standard.ref)
            if lines or narratives:
                standards.append(StandardPart(standard.ref, standard.title, standard.question, lines, narratives))
    return SubmissionView(head, main.levels, tuple(standards), _narratives(REVIEW_PROMPTS, texts, ""), tuple(actions))


def _answers(head: SubmissionHead) -> tuple[dict[str, dict[str, Any]], Mapping[str, list[EvidenceLine]]]:
    """The answers by statement ref, and the evidence each cites: in one query, a row for each piece of evidence."""
    answers: dict[str, dict[str, Any]] = {}
    evidence: defaultdict[str, list[EvidenceLine]] = defaultdict(list)
    found = SubmittedAnswer.objects.filter(submission_id=head.submission_id).order_by("statement__order", "evidence__order")
    for row in found.annotate(last=last_level(head)).values(
        "last",
        "carried",
        "statement__ref",
        "level__key",
        "see__ref",
        "comment",
        "reason",
        "no_action_reason",
        *(f"evidence__{name}" for name in CITED),
    ):
        ref = row["statement__ref"]
        answers.setdefault(ref, dict(row))
        if row["evidence__title"] is not None:
            is_file = row["evidence__kind"] == EvidenceKind.FILE
            item_id = row["evidence__item_id"] if is_file else None
            evidence[ref].append(EvidenceLine(row["evidence__title"], row["evidence__kind"], row["evidence__where"], item_id))
    return answers, evidence


def _narratives(prompts: Iterable[PromptContent], texts: Mapping[tuple[str, str], str], standard_ref: str) -> tuple[tuple[str, str], ...]:
    return tuple((p.label, texts[standard_ref, p.key]) for p in prompts if texts.get((standard_ref, p.key)))
